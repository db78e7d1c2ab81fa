import Requirements

/// Something that a contract may state and an artefact cannot carry.
package enum ContractRefusal: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Objects and lists.
  case nestedFields = "nested-fields"
  /// Fields of the record that are those of a record it looks up.
  case relationshipFields = "relationship-fields"
  /// Fields beyond the record that is looked up.
  case distantFields = "distant-fields"
  /// Required fields of a record that is looked up.
  case requiredRelationshipFields = "required-relationship-fields"
  /// Objects that keep no records of their own: events, external objects, settings and the like.
  case transientObjects = "transient-objects"
  /// Messages none of whose fields has a place in Salesforce.
  case unmappedMessages = "unmapped-messages"
  /// Messages that only ask.
  case readMessages = "read-messages"
  /// Messages that ask, without a word on what is answered.
  case unansweredReads = "unanswered-reads"
  /// Messages that change something.
  case writeMessages = "write-messages"
  /// Keys that no field of the message carries.
  case unsentKeys = "unsent-keys"
  /// Keys of a type that no External ID has.
  case unfitKeys = "unfit-keys"
  /// Names in the braces of a path that no field fills.
  case unfilledPaths = "unfilled-paths"
  /// Messages to different systems with one method and path.
  case sharedCalls = "shared-calls"

  package static func < (left: ContractRefusal, right: ContractRefusal) -> Bool {
    left.rawValue < right.rawValue
  }

  /// A part of the contract that is refused.
  struct Offence: Hashable {
    /// The index of the message, and below it the names and indices that lead to the part.
    let message: Int
    let path: [Step]
    let text: String
  }

  /// A step into a document.
  enum Step: Hashable {
    case key(String)
    case element(Int)
  }

  /// What a contract states of it, in the messages for which a kind is made.
  func offences(in contract: Contract, messages: [Int]) -> [Offence] {
    if self == .sharedCalls { return sharedCalls(contract.messages, among: messages) }
    return messages.flatMap { index in
      offences(in: contract.messages[index]).map { Offence(message: index, path: $0.path, text: $0.text) }
    }
  }

  private typealias Finding = (path: [Step], text: String)

  private func offences(in message: Contract.Message) -> [Finding] {
    switch self {
    case .nestedFields:
      fields(of: message) { $0.isScalar ? nil : "the field '\($0.external)' of type '\($0.type.rawValue)'" }
    case .relationshipFields:
      fields(of: message) { depth($0) > 1 ? "the field '\($0.salesforce ?? "")' of another record" : nil }
    case .distantFields:
      fields(of: message) { depth($0) > 2 ? "the field '\($0.salesforce ?? "")' of a distant record" : nil }
    case .requiredRelationshipFields:
      fields(of: message) {
        depth($0) > 1 && $0.required ? "the required field '\($0.salesforce ?? "")' of another record" : nil
      }
    case .transientObjects: transientObject(of: message)
    case .unmappedMessages:
      message.fields.contains { $0.salesforce != nil && $0.isScalar }
        ? []
        : [([.key("name")], "the message '\(message.name)', none of whose fields names one in 'salesforce'")]
    case .readMessages:
      message.operation.isWrite
        ? [] : [([.key("operation")], "the operation '\(message.operation.rawValue)'")]
    case .unansweredReads:
      message.operation == .read && message.response.isEmpty
        ? [([.key("operation")], "the message '\(message.name)', which reads and states no 'response'")] : []
    case .writeMessages:
      message.operation.isWrite
        ? [([.key("operation")], "the operation '\(message.operation.rawValue)'")] : []
    case .unsentKeys: unsentKey(of: message)
    case .unfitKeys: unfitKey(of: message)
    case .unfilledPaths: unfilledPath(of: message)
    case .sharedCalls: []
    }
  }

  /// Where all systems are called through one interface, a call has to say which message it is.
  private func sharedCalls(_ messages: [Contract.Message], among indices: [Int]) -> [Offence] {
    var first: [String: Contract.Message] = [:]
    return indices.compactMap { index in
      let message = messages[index]
      guard let path = message.path else { return nil }
      let key = "\(message.method) \(Contract.Message.withoutParameters(path))"
      guard let other = first[key] else {
        first[key] = message
        return nil
      }
      let text = "'\(message.method) \(path)', which '\(other.name)' has, too"
      return Offence(message: index, path: [.key("path")], text: text)
    }
  }

  private func depth(_ field: Contract.Field) -> Int { field.salesforce?.split(separator: ".").count ?? 0 }

  private func fields(of message: Contract.Message, _ text: (Contract.Field) -> String?) -> [Finding] {
    [("fields", message.fields), ("response", message.response)].flatMap { key, fields in
      fields.enumerated().compactMap { index, field in
        text(field).map { ([.key(key), .element(index), .key("external")], $0) }
      }
    }
  }

  private func transientObject(of message: Contract.Message) -> [Finding] {
    guard let object = message.salesforceObject else { return [] }
    let endings = ["__e", "__x", "__b", "__mdt", "__ChangeEvent", "ChangeEvent"]
    guard endings.contains(where: object.hasSuffix) else { return [] }
    return [([.key("salesforce-object")], "the object '\(object)'")]
  }

  private func unfilledPath(of message: Contract.Message) -> [Finding] {
    guard let path = message.path else { return [] }
    return Set(PathParameters.names(in: path)).sorted().filter { name in
      !message.fields.contains { $0.external == name }
    }.map { ([.key("path")], "the path '\(path)', whose '\($0)' is no field of the message") }
  }

  private func unsentKey(of message: Contract.Message) -> [Finding] {
    guard let key = message.externalID, message.key == nil else { return [] }
    return [([.key("external-id")], "the key '\(key)', which is no field of the message in 'salesforce'")]
  }

  private func unfitKey(of message: Contract.Message) -> [Finding] {
    guard let field = message.key ?? message.answeredKey, !field.isFitForKey else { return [] }
    return [([.key("external-id")], "the key '\(field.salesforce ?? "")', whose type no External ID has")]
  }
}

extension Contract.Message {
  /// The field that carries the key.
  var key: Contract.Field? { field(of: fields) }

  /// The field of the response that carries the key, where the other system gives it.
  var answeredKey: Contract.Field? { field(of: response) }

  private func field(of fields: [Contract.Field]) -> Contract.Field? {
    externalID.flatMap { id in fields.first { $0.salesforce?.lowercased() == id.lowercased() && $0.isScalar }
    }
  }
}

extension Contract.Field {
  /// Whether Salesforce takes a field of its type for an External ID: a short text, a number or an address.
  var isFitForKey: Bool {
    switch type {
    case .string, .id, .email: !isLong
    case .integer, .decimal: true
    case .boolean, .date, .datetime, .url, .enumeration, .object, .list: false
    }
  }
}
