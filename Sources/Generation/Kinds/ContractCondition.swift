import Requirements

/// What a kind's condition may ask of the contract.
package enum ContractCondition: String, Sendable, Hashable, CaseIterable {
  case endpoint, event, messages
  /// Something comes back for a message.
  case response
  /// What comes back for a message tells that it was done.
  case confirmation

  /// What a contract consists of.
  static let parts: [ContractCondition] = [.endpoint, .event, .messages]

  /// Whether it holds for a message, or for any message where none is given.
  func holds(in contract: Contract, _ message: Contract.Message?) -> Bool {
    switch self {
    case .endpoint: contract.endpoint != nil
    case .event: contract.event != nil
    case .messages: !contract.messages.isEmpty
    case .response: any(contract, message) { !$0.response.isEmpty }
    case .confirmation: any(contract, message) { $0.confirmation != nil }
    }
  }

  private func any(
    _ contract: Contract, _ message: Contract.Message?, _ holds: (Contract.Message) -> Bool
  ) -> Bool {
    message.map(holds) ?? contract.messages.contains(where: holds)
  }
}
