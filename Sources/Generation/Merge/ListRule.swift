/// Where a document holds a list in which the order means nothing, and what tells its items apart.
struct ListRule {
  /// The kinds of items in a list.
  struct Item {
    /// The name of the element.
    let name: String
    /// The elements within whose texts tell items apart; where there are none, it is the item's own text.
    let keys: [String]
    /// What the items of an item are, where it is a list itself.
    var inner: [Item] = []
  }

  /// The names of the elements that lead to the list, the root's first.
  let container: [String]
  let items: [Item]

  /// The lists of a document, by the name of its root.
  static func rules(of root: String) -> [ListRule] { all.filter { $0.container.first == root } }

  private static let dependency = Item(
    name: "dependency", keys: ["groupId", "artifactId", "type", "classifier"])

  private static let all = [
    ListRule(
      container: ["Package"],
      items: [Item(name: "types", keys: ["name"], inner: [Item(name: "members", keys: [])])]),
    ListRule(
      container: ["PermissionSet"],
      items: [
        Item(name: "applicationVisibilities", keys: ["application"]),
        Item(name: "classAccesses", keys: ["apexClass"]),
        Item(name: "customMetadataTypeAccesses", keys: ["name"]),
        Item(name: "customPermissions", keys: ["name"]),
        Item(name: "externalCredentialPrincipalAccesses", keys: ["externalCredentialPrincipal"]),
        Item(name: "fieldPermissions", keys: ["field"]),
        Item(name: "objectPermissions", keys: ["object"]),
        Item(name: "tabSettings", keys: ["tab"]),
        Item(name: "userPermissions", keys: ["name"]),
      ]),
    ListRule(container: ["project", "dependencies"], items: [dependency]),
    ListRule(container: ["project", "dependencyManagement", "dependencies"], items: [dependency]),
    ListRule(
      container: ["project", "build", "plugins"],
      items: [Item(name: "plugin", keys: ["groupId", "artifactId"])]),
    ListRule(container: ["project", "repositories"], items: [Item(name: "repository", keys: ["id"])]),
    ListRule(
      container: ["project", "pluginRepositories"], items: [Item(name: "pluginRepository", keys: ["id"])]),
  ]

  /// Elements whose order among their like means nothing, whatever they are in.
  static let unordered: Set<String> = Set(
    all.filter { $0.container.count == 1 }.flatMap(\.items).flatMap { [$0.name] + $0.inner.map(\.name) })
}
