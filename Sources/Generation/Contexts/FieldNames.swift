import Requirements

/// The names that fields get in Salesforce, each distinct where the fields are.
struct FieldNames {
  private let maker: NameMaker
  private let apiNames: [String: String]

  /// The fields of the event that are not made of messages.
  private static let envelope = ["message_id__c", "message_name__c", "correlation_id__c", "record_id__c"]
  private static let longestAPIName = NameStyle.developerName.limit

  init(_ messages: [Contract.Message], _ maker: NameMaker) {
    self.maker = maker
    var externals: Set<String> = []
    for message in messages {
      for field in message.fields + message.response { Self.collect(field, into: &externals) }
    }
    let sorted = externals.sorted()
    let plain = sorted.map { Self.apiName(of: $0, maker, isMarked: false) }
    let counts = Dictionary(grouping: plain) { $0.lowercased() }.mapValues(\.count)
    apiNames = Dictionary(
      uniqueKeysWithValues: zip(sorted, plain).map { external, name in
        let key = name.lowercased()
        let isTaken = counts[key, default: 0] > 1 || Self.envelope.contains(key)
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
    let counts = Dictionary(grouping: plain) { $0.lowercased() }.mapValues(\.count)
    return zip(fields, plain).map { field, name in
      let isTaken = counts[name.lowercased(), default: 0] > 1 || name.count > NameStyle.apexClass.limit
      guard isTaken else { return name }
      return maker.marked(.apexClass, prefix: "", stem: name, suffix: "", by: field.external)
    }
  }
}
