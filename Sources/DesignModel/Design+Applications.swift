import CatalogModel
import DecisionEngine
import Requirements

/// What the middleware consists of, as the pattern and the topology have it.
extension Design {
  /// The applications that offer APIs, from the outermost inwards.
  package var applications: [Application] {
    guard !contract.messages.isEmpty else { return [] }
    guard isLayered else { return offersAPI ? [application(nil)] : [] }
    // Events reach the system layer through the application that subscribes to them.
    return offersAPI ? [application(.experience), application(.process)] + systemLayer : systemLayer
  }

  /// What the application that subscribes or runs by a schedule calls for each message.
  package var directCallees: [Application.Callee] {
    let systems = contract.messages.map(\.system)
    return systems.map { isLayered ? .systemApplication($0) : .system($0) }
  }

  /// Whether Salesforce waits for an application's answer.
  package var answersSalesforce: Bool { offersAPI && !isCalledIn }

  /// The systems that answer messages, in the order of the messages.
  package var answeringSystems: [String?] {
    contract.messages.map(\.system).distinct
  }

  private var isLayered: Bool { topology?.candidate.id == "api-led" }

  private var offersAPI: Bool { ["request-reply", "remote-call-in"].contains(pattern?.candidate.id) }

  private var isCalledIn: Bool { pattern?.candidate.id == "remote-call-in" }

  private var systemLayer: [Application] {
    if isCalledIn { return [application(.system)] }
    return answeringSystems.map { system in
      let own = contract.messages.indices.filter { contract.messages[$0].system == system }
      return Application(
        layer: .system, system: system, messages: own, callees: own.map { _ in .system(system) },
        gathers: false)
    }
  }

  /// An application that serves every message.
  private func application(_ layer: Application.Layer?) -> Application {
    Application(
      layer: layer, system: nil, messages: Array(contract.messages.indices),
      callees: contract.messages.map { callee(of: $0, layer) }, gathers: layer != .system && gathers)
  }

  private func callee(of message: Contract.Message, _ layer: Application.Layer?) -> Application.Callee {
    switch layer {
    case .experience: .process
    case .process: isCalledIn ? .systemApplication(nil) : .systemApplication(message.system)
    case .system, nil: isCalledIn ? .salesforce : .system(message.system)
    }
  }

  /// Several reads that one question asks for together.
  private var gathers: Bool {
    let reads = contract.messages.filter { $0.operation == .read && !$0.response.isEmpty }
    return isAggregating && reads.count > 1 && !isCalledIn
  }
}
