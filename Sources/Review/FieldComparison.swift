import Diagnostics
import Requirements

/// Finds every difference between the fields of two states of a request or a response.
struct FieldComparison {
  /// The key of the profile that holds them: `fields` or `response`.
  let part: String
  let flow: ContractChange.Flow
  let message: MessageComparison
  /// Whether the fields are those of an event, too.
  let isEvent: Bool

  func changes(
    _ old: [Contract.Field], _ new: [Contract.Field], below path: [String] = []
  ) -> [ContractChange] {
    let names = Set(old.map(\.external)).union(new.map(\.external)).sorted()
    return names.flatMap { name -> [ContractChange] in
      let path = path + [name]
      let before = old.first { $0.external == name }
      let after = new.first { $0.external == name }
      switch (before, after) {
      case (let before?, let after?): return changes(before, after, path)
      case (let before?, nil): return [removed(before, path)]
      case (nil, let after?): return added(after, path)
      case (nil, nil): return []
      }
    }
  }

  private func removed(_ field: Contract.Field, _ path: [String]) -> ContractChange {
    let kind: ContractChange.Kind =
      isEvent && path.count == 1 ? .eventFieldRemoved : field.required ? .requiredFieldRemoved : .fieldRemoved
    return change(kind, path, "was removed", before: field.type.rawValue)
  }

  private func added(_ field: Contract.Field, _ path: [String]) -> [ContractChange] {
    let own = change(
      field.required ? .requiredFieldAdded : .fieldAdded, path,
      field.required ? "is new, and required" : "is new", after: field.type.rawValue, isAdded: true)
    guard field.isPersonal else { return [own] }
    return [own, change(.personalDataAdded, path, "carries personal data", isAdded: true)]
  }

  private func changes(
    _ old: Contract.Field, _ new: Contract.Field, _ path: [String]
  ) -> [ContractChange] {
    var found: [ContractChange] = []
    if old.required != new.required {
      found.append(
        change(
          new.required ? .fieldMadeRequired : .fieldMadeOptional, path,
          new.required ? "has to be there now" : "need not be there any more", key: "required",
          before: old.required ? "required" : "optional", after: new.required ? "required" : "optional"))
    }
    if let type = typeChange(old, new, path) { found.append(type) } else { found += details(old, new, path) }
    if old.salesforce != new.salesforce {
      found.append(
        change(
          .mappingChanged, path, "stands for another field of Salesforce", key: "salesforce",
          before: old.salesforce, after: new.salesforce))
    }
    if old.master != new.master {
      found.append(
        change(
          .masterChanged, path, "has another master", key: "master", before: old.master?.rawValue,
          after: new.master?.rawValue))
    }
    if old.defaultValue != new.defaultValue {
      found.append(change(.defaultChanged, path, "has another default", key: "default"))
    }
    if new.isPersonal, !old.isPersonal {
      found.append(change(.personalDataAdded, path, "carries personal data now", key: "pii"))
    }
    return found + changes(old.fields, new.fields, below: path)
  }

  private func typeChange(
    _ old: Contract.Field, _ new: Contract.Field, _ path: [String]
  ) -> ContractChange? {
    guard old.type != new.type || old.elements != new.elements else { return nil }
    let relation = old.type == new.type ? .other : TypeRelation(from: old.type, to: new.type)
    let kind: ContractChange.Kind =
      switch relation {
      case _ where isEvent && path.count == 1: .eventFieldTypeChanged
      case .wider: .typeWidened
      case .narrower: .typeNarrowed
      case .other: .typeChanged
      }
    return change(kind, path, "has another type", key: "type", before: old.typeWords, after: new.typeWords)
  }

  /// What only fields of the same type can be compared by.
  private func details(
    _ old: Contract.Field, _ new: Contract.Field, _ path: [String]
  ) -> [ContractChange] {
    var found: [ContractChange] = []
    for value in old.values where !new.values.contains(value) {
      found.append(change(.valueRemoved, path, "no longer takes '\(value)'", key: "values", before: value))
    }
    for value in new.values where !old.values.contains(value) {
      found.append(change(.valueAdded, path, "also takes '\(value)'", key: "values", after: value))
    }
    let length = bound(
      old.maxLength, new.maxLength, .lengthReduced, .lengthIncreased, "length", "max-length", path)
    let precision = bound(
      old.precision, new.precision, .precisionReduced, .precisionIncreased, "number of digits", "precision",
      path)
    let scale = bound(
      old.scale, new.scale, .precisionReduced, .precisionIncreased, "number of decimals", "scale", path)
    return found + [length, precision, scale].compactMap { $0 }
  }

  /// Without a bound there is room for everything.
  private func bound(
    _ old: Int?, _ new: Int?, _ reduced: ContractChange.Kind, _ increased: ContractChange.Kind,
    _ words: String, _ key: String, _ path: [String]
  ) -> ContractChange? {
    guard old != new else { return nil }
    let isLess = (new ?? .max) < (old ?? .max)
    return change(
      isLess ? reduced : increased, path, "has a \(isLess ? "smaller" : "greater") \(words)", key: key,
      before: old.map { "\($0)" } ?? "unbounded", after: new.map { "\($0)" } ?? "unbounded", detail: key)
  }

  private func change(
    _ kind: ContractChange.Kind, _ path: [String], _ words: String, key: String = "external",
    before: String? = nil, after: String? = nil, isAdded: Bool = false, detail: String? = nil
  ) -> ContractChange {
    let name = message.new.name
    let side = part == "fields" ? "request" : "response"
    let value = key == "values" ? "/" + (before ?? after ?? "") : detail.map { "/" + $0 } ?? ""
    func place(_ places: ContractPlaces) -> SourceLocation? { places.field(path, in: part, of: name, key) }
    return ContractChange(
      kind: kind, flow: flow, subject: ([name, side] + path).joined(separator: "/") + value,
      message: "the \(side) field '\(path.joined(separator: "."))' of '\(name)' \(words)", before: before,
      after: after, base: isAdded ? nil : place(message.basePlaces),
      // What was removed has its message left.
      revision: place(message.revisionPlaces))
  }
}

extension Contract.Field {
  fileprivate var typeWords: String { elements.map { "\(type.rawValue) of \($0.rawValue)" } ?? type.rawValue }
}
