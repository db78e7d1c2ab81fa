/// A part of the middleware that is deployed by itself and offers an API.
package struct Application: Sendable, Hashable {
  /// Where it stands among interfaces in layers.
  package enum Layer: String, Sendable, Hashable, CaseIterable {
    case system, process, experience
  }

  /// What an application calls for a message.
  package enum Callee: Sendable, Hashable {
    case salesforce
    /// A system of the contract; `nil` is the one of the endpoint.
    case system(String?)
    /// The application of the layer below; of the system layer the one in front of that system.
    case process
    case systemApplication(String?)
  }

  /// `nil` where one application does everything.
  package let layer: Layer?
  /// The system that an application of the system layer stands before.
  package let system: String?
  /// The indices of the contract's messages that it serves.
  package let messages: [Int]
  /// What it calls for each of them.
  package let callees: [Callee]
  /// Whether it gathers the answers of several reads into one.
  package let gathers: Bool

  /// Whether it calls a system of the contract, and no other application in front of it.
  package var callsSystems: Bool {
    callees.contains { callee in
      switch callee {
      case .system: true
      case .salesforce, .process, .systemApplication: false
      }
    }
  }

  /// What it calls, each once, in the order of the messages.
  package var distinctCallees: [Callee] { callees.distinct }
}
