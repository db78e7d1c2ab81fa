import Requirements

/// A part of a profile's contract that an artefact may be made from.
package enum ContractPart: String, Sendable, Hashable, CaseIterable, Comparable {
  case endpoint
  case baseURL = "endpoint.base-url"
  case namedCredential = "endpoint.named-credential"
  case event
  case messages
  case path = "messages.path"
  case salesforceObject = "messages.salesforce-object"
  case externalEntity = "messages.external-entity"
  case externalID = "messages.external-id"
  case fields = "messages.fields"
  /// No two fields beside each other differ only in case and punctuation.
  case distinctFields = "messages.distinct-fields"
  case response = "messages.response"
  case examples = "messages.examples"

  package static func < (left: ContractPart, right: ContractPart) -> Bool { left.rawValue < right.rawValue }

  /// What the profile does not state of it: the part, or the names of the messages that lack it.
  enum Lack: Hashable {
    case part
    case messages([String])
  }

  /// What a contract lacks of the part; `nil` where it states it.
  func lack(in contract: Contract) -> Lack? {
    switch self {
    case .endpoint: contract.endpoint == nil ? .part : nil
    case .baseURL: contract.endpoint?.baseURL == nil ? .part : nil
    case .namedCredential: contract.endpoint?.namedCredential == nil ? .part : nil
    case .event: contract.event == nil ? .part : nil
    case .messages: contract.messages.isEmpty ? .part : nil
    case .path: lack(in: contract) { $0.path != nil }
    case .salesforceObject: lack(in: contract) { $0.salesforceObject != nil }
    case .externalEntity: lack(in: contract) { $0.externalEntity != nil }
    case .externalID: lack(in: contract) { $0.externalID != nil }
    case .fields: lack(in: contract) { !$0.fields.isEmpty }
    case .distinctFields:
      lack(in: contract) { Self.areDistinct($0.fields) && Self.areDistinct($0.response) }
    case .response: lack(in: contract) { !$0.response.isEmpty }
    case .examples: lack(in: contract) { !$0.examples.isEmpty }
    }
  }

  private static func areDistinct(_ fields: [Contract.Field]) -> Bool {
    let names = fields.map { $0.external.lowercased().filter { $0.isLetter || $0.isNumber } }
    return Set(names).count == names.count && fields.allSatisfy { areDistinct($0.fields) }
  }

  private func lack(in contract: Contract, _ states: (Contract.Message) -> Bool) -> Lack? {
    if contract.messages.isEmpty { return .part }
    let silent = contract.messages.filter { !states($0) }.map(\.name)
    return silent.isEmpty ? nil : .messages(silent)
  }
}
