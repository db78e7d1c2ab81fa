import Requirements

/// Finds every difference between two states of one message.
struct MessageComparison {
  let old: Contract.Message
  let new: Contract.Message
  let flow: ContractChange.Flow
  /// Whether its fields are also those of an event.
  let hasEvent: Bool
  let basePlaces: ContractPlaces
  let revisionPlaces: ContractPlaces

  var changes: [ContractChange] {
    own
      + FieldComparison(part: "fields", flow: flow, message: self, isEvent: hasEvent && flow != .incoming)
      .changes(old.fields, new.fields)
      + FieldComparison(part: "response", flow: flow.reversed, message: self, isEvent: false)
      .changes(old.response, new.response)
  }

  private var own: [ContractChange] {
    [
      value(
        .operationChanged, "operation", old.operation.rawValue, new.operation.rawValue, "does something else"),
      value(.pathChanged, "path", old.path, new.path, "is found at another path"),
      value(
        .objectChanged, "salesforce-object", old.salesforceObject, new.salesforceObject,
        "is about another Salesforce object"),
      value(
        .entityChanged, "external-entity", old.externalEntity, new.externalEntity,
        "is about another entity of the other system"),
      value(
        .externalIDChanged, "external-id", old.externalID, new.externalID,
        "is recognised by another key when it is repeated"),
      value(.baseURLChanged, "system", old.system, new.system, "goes to another system"),
      value(.filterChanged, "filter", old.filter, new.filter, "is about other records"),
      value(
        .compensationChanged, "undoes", old.undoes, new.undoes, "takes back something else"),
    ].compactMap { $0 }
  }

  private func value(
    _ kind: ContractChange.Kind, _ key: String, _ before: String?, _ after: String?, _ words: String
  ) -> ContractChange? {
    guard before != after else { return nil }
    return ContractChange(
      kind: kind, flow: flow, subject: "\(new.name)/\(key)", message: "the message '\(new.name)' \(words)",
      before: before, after: after, base: basePlaces.message(new.name, key),
      revision: revisionPlaces.message(new.name, key))
  }
}
