/// A component of Salesforce metadata, as a manifest of the Salesforce CLI names it.
struct MetadataComponent: Hashable, Comparable {
  let type: String
  let member: String

  /// An organisation does not tell names apart by case.
  var caseless: MetadataComponent { MetadataComponent(type: type, member: member.lowercased()) }

  static func < (left: MetadataComponent, right: MetadataComponent) -> Bool {
    (left.type, left.member) < (right.type, right.member)
  }
}
