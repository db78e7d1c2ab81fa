/// How a technology in a role shows in the flow of a design.
package struct RoleInFlow: Sendable, Hashable {
  /// What a technology is in a flow.
  package enum Shape: Sendable, Hashable {
    /// A participant.
    case station
    /// The way from one participant to the next.
    case link
    /// A participant with a label of its own; the technology is the way on from there.
    case channel(label: String)
    /// Nothing passes through it.
    case aside
  }

  /// What Salesforce does in a flow.
  package enum SalesforceSide: String, Sendable, Hashable, CaseIterable {
    case sends, receives
  }

  package let shape: Shape
  /// Nobody waits on the way on.
  package let isAsynchronous: Bool
  package let salesforce: SalesforceSide?
  /// The receiving side asks, and the data comes as the reply.
  package let pulls: Bool
  /// The flow does not go on to the other system.
  package let endsFlow: Bool
  /// The practice that makes a station report the outcome back.
  package let returnsWhen: String?

  package init(
    shape: Shape = .station, isAsynchronous: Bool = false, salesforce: SalesforceSide? = nil,
    pulls: Bool = false, endsFlow: Bool = false, returnsWhen: String? = nil
  ) {
    self.shape = shape
    self.isAsynchronous = isAsynchronous
    self.salesforce = salesforce
    self.pulls = pulls
    self.endsFlow = endsFlow
    self.returnsWhen = returnsWhen
  }
}

extension RoleInFlow {
  /// The words of a catalog for the shapes.
  static let shapeWords = ["station", "link", "channel", "aside"]
}

extension RoleInFlow.Shape {
  init(word: String, label: String?) {
    switch word {
    case "link": self = .link
    case "aside": self = .aside
    case "channel": self = label.map(RoleInFlow.Shape.channel) ?? .station
    default: self = .station
    }
  }
}
