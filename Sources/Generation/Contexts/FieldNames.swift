import Requirements

/// The names that fields get in Salesforce, each distinct where the fields are.
struct FieldNames {
  private let maker: NameMaker
  private let apiNames: [String: String]

  /// The fields of the event that are not made of messages.
  private static let envelope = ["message_id__c", "message_name__c", "correlation_id__c", "record_id__c"]

  init(_ messages: [Contract.Message], _ maker: NameMaker) {
    self.maker = maker
    var externals: Set<String> = []
    for message in messages {
      for field in message.fields + message.response { Self.collect(field, into: &externals) }
    }
    let sorted = externals.sorted()
    let plain = sorted.map { Self.apiName(of: $0, maker, isMarked: false) }
    let taken = plain.repeatedInAnyCase
    apiNames = Dictionary(
      uniqueKeysWithValues: zip(sorted, plain).map { external, name in
        let key = name.lowercased()
        let isTaken = taken.contains(key) || Self.envelope.contains(key)
        return (external, isTaken ? Self.apiName(of: external, maker, isMarked: true) : name)
      })
  }

  private static func collect(_ field: Contract.Field, into externals: inout Set<String>) {
    externals.insert(field.external)
    for inner in field.fields { collect(inner, into: &externals) }
  }

  /// The name of the custom field that carries the value.
  func apiName(of external: String) -> String {
    apiNames[external] ?? Self.apiName(of: external, maker, isMarked: false)
  }

  private static func apiName(of external: String, _ maker: NameMaker, isMarked: Bool) -> String {
    let stem = Spelling(external).developerName
    let name =
      isMarked
      ? maker.marked(.developerName, prefix: "", stem: stem, suffix: "", by: external)
      : maker.name(.developerName, stem: stem)
    return name + "__c"
  }

  /// Identifiers of Apex, in the fields' order; no two are the same in any case.
  func identifiers(of fields: [Contract.Field]) -> [String] {
    let plain = fields.map { maker.apexIdentifier(Spelling($0.external)) }
    let taken = plain.repeatedInAnyCase
    return zip(fields, plain).map { field, name in
      guard taken.contains(name.lowercased()) || name.count > NameStyle.apexClass.limit else { return name }
      return maker.marked(.apexClass, prefix: "", stem: name, suffix: "", by: field.external)
    }
  }

  /// Names of inner classes for the fields that hold fields, at any depth, by the trail of external
  /// names that leads to them; no two are the same in any case.
  func classNames(of fields: [Contract.Field]) -> [[String]: String] {
    let nested = Self.trails(of: fields, after: [])
    let plain = nested.map { maker.name(.apexClass, stem: $0.stem, suffix: $0.suffix) }
    let taken = plain.repeatedInAnyCase
    var names: [[String]: String] = [:]
    for (nested, name) in zip(nested, plain) {
      let isTaken = taken.contains(name.lowercased())
      names[nested.trail] =
        isTaken
        ? maker.marked(
          .apexClass, prefix: "", stem: nested.stem, suffix: nested.suffix,
          by: nested.trail.joined(separator: "\0")) : name
    }
    return names
  }

  private typealias Nested = (trail: [String], stem: String, suffix: String)

  private static func trails(of fields: [Contract.Field], after trail: [String]) -> [Nested] {
    fields.filter { !$0.fields.isEmpty }.flatMap { field -> [Nested] in
      let own = trail + [field.external]
      let suffix = field.type == .list ? "Item" : "Part"
      return trails(of: field.fields, after: own) + [(own, Spelling(field.external).pascal, suffix)]
    }
  }
}
