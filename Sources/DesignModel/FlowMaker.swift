import CatalogModel
import DecisionEngine
import Requirements

/// Draws the flow of a design from the roles of its technologies.
struct FlowMaker {
  private let chain: FlowChain
  private let labels: FlowLabels
  private let practices: [ObligedPractice]

  init(
    technologies: [DesignedTechnology], practices: [ObligedPractice], contract: Contract,
    remoteName: String?, isInbound: Bool
  ) {
    chain = FlowChain(technologies, remoteName: remoteName, isInbound: isInbound)
    labels = FlowLabels(contract: contract)
    self.practices = practices
  }

  var flow: Flow {
    // Who asks stands first, as who sends does.
    chain.pulls
      ? Flow(participants: chain.participants.reversed(), steps: pulled)
      : Flow(participants: chain.participants, steps: pushed + returned + reported)
  }

  /// The receiving side asks, station by station, and the data comes back the same way.
  private var pulled: [Flow.Step] {
    let asking = chain.hops.reversed().map { hop in
      step(hop.to, hop.from, labels.request(crossing: hop.touchesRemote), over: hop.links)
    }
    let answering = chain.hops.map { hop in
      step(hop.from, hop.to, labels.response(crossing: hop.touchesRemote), isReply: true)
    }
    return asking + answering
  }

  private var pushed: [Flow.Step] { chain.hops.flatMap(pushed) }

  private func pushed(_ hop: FlowChain.Hop) -> [Flow.Step] {
    guard hop.touchesRemote, !labels.requests.isEmpty else {
      let label = hop.isAsynchronous ? labels.event : labels.request(crossing: false)
      return [step(hop.from, hop.to, label, over: hop.links, isAsynchronous: hop.isAsynchronous)]
    }
    return labels.requests.flatMap { request in
      let asking = step(
        hop.from, hop.to, request.label, over: hop.links, isAsynchronous: hop.isAsynchronous)
      // A call on the whole way has its answer, even if nobody waits for it.
      guard let reply = request.reply, !hop.isAsynchronous || chain.hops.count == 1 else { return [asking] }
      return [asking, step(hop.to, hop.from, reply, isReply: true)]
    }
  }

  /// The data that travels the other way in the same exchange.
  private var returned: [Flow.Step] {
    guard let last = chain.hops.last, !chain.returnLinks.isEmpty else { return [] }
    return chain.hops.reversed().map { hop in
      let links = hop.from == chain.hops.first?.from ? chain.returnLinks : []
      return step(hop.to, hop.from, labels.request(crossing: hop.to == last.to), over: links)
    }
  }

  /// The outcome that a station reports back to where the exchange began.
  private var reported: [Flow.Step] {
    guard let start = chain.hops.first?.from else { return [] }
    return chain.stations.compactMap { station in
      guard let practice = practices.first(where: { $0.practice.id == station.returnsWhen }) else {
        return nil
      }
      return step(station.key, start, labels.outcome(practice.practice.title), isReply: true)
    }
  }

  private func step(
    _ from: String, _ to: String, _ label: String, over links: [String] = [],
    isAsynchronous: Bool = false, isReply: Bool = false
  ) -> Flow.Step {
    Flow.Step(
      from: from, to: to, label: labels.label(label, links), isAsynchronous: isAsynchronous,
      isReply: isReply)
  }
}
