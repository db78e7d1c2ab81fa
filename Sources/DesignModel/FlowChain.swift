import CatalogModel

/// The participants of a flow in data order, and the hops between them.
struct FlowChain {
  /// A participant between the two ends.
  struct Station {
    let key: String
    let label: String
    let isAsynchronous: Bool
    let returnsWhen: String?
  }

  /// The way from one participant to the next.
  struct Hop {
    let from: String
    let to: String
    /// The titles of the technologies that it is made of.
    let links: [String]
    let isAsynchronous: Bool
    let touchesRemote: Bool
  }

  private(set) var participants: [Flow.Participant] = []
  private(set) var stations: [Station] = []
  private(set) var hops: [Hop] = []
  /// The titles of the technologies through which data comes back to where it began.
  private(set) var returnLinks: [String] = []
  let pulls: Bool

  private var links: [String] = []
  private var isAsynchronous = false

  private static let salesforce = Flow.Participant(key: "salesforce", label: "Salesforce")
  private static let remoteKey = "remote"

  init(_ technologies: [DesignedTechnology], remoteName: String?, isInbound: Bool) {
    let roles = technologies.compactMap(\.role)
    let sides = Set(roles.compactMap(\.flow.salesforce))
    let remote = Flow.Participant(key: Self.remoteKey, label: remoteName ?? Remote.unnamed)
    let receives = sides.contains(.sends) ? false : sides.contains(.receives) || isInbound
    pulls = roles.contains { $0.flow.pulls }
    participants = [receives ? remote : Self.salesforce]
    for technology in technologies {
      guard let flow = technology.role?.flow else { continue }
      take(technology.candidate, flow, salesforceSends: !receives)
    }
    if !roles.contains(where: \.flow.endsFlow) { go(to: receives ? Self.salesforce : remote) }
  }

  private mutating func take(_ technology: Candidate, _ flow: RoleInFlow, salesforceSends: Bool) {
    switch flow.shape {
    case .link where salesforceSends && flow.salesforce == .receives: returnLinks.append(technology.title)
    case .link:
      links.append(technology.title)
      isAsynchronous = isAsynchronous || flow.isAsynchronous
    case .station: stop(at: technology.title, key: technology.id, flow)
    case .channel(let label):
      stop(at: label, key: label.lowercased(), flow)
      links = [technology.title]
    case .aside: break
    }
  }

  private mutating func stop(at label: String, key: String, _ flow: RoleInFlow) {
    let key = String(key.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    go(to: Flow.Participant(key: key, label: label))
    stations.append(
      Station(key: key, label: label, isAsynchronous: flow.isAsynchronous, returnsWhen: flow.returnsWhen))
    isAsynchronous = flow.isAsynchronous
  }

  private mutating func go(to participant: Flow.Participant) {
    guard let from = participants.last?.key else { return }
    hops.append(
      Hop(
        from: from, to: participant.key, links: links, isAsynchronous: isAsynchronous,
        touchesRemote: from == Self.remoteKey || participant.key == Self.remoteKey))
    participants.append(participant)
    links = []
    isAsynchronous = false
  }
}

/// The system on the other side.
package enum Remote {
  /// What it is called where the profile does not say.
  package static let unnamed = "the other system"
}
