/// The lists in documents whose order means nothing.
package struct DocumentLists: Sendable, Hashable {
  /// What the templates' folder says of them.
  let stated: [ListRule]
  /// The same, and the list that Bascule writes itself.
  private let rules: [ListRule]

  package init(_ stated: [ListRule] = []) {
    let own = MetadataList.rule
    self.stated = stated
    rules = stated.contains { $0.container == own.container } ? stated : stated + [own]
  }

  /// The lists of a document, by the name of its root.
  func rules(of root: String) -> [ListRule] { rules.filter { $0.container.first == root } }

  /// Whether the order of elements among their like means nothing, whatever they are in: they are items of a document
  /// that is such a list as a whole.
  func areUnordered(_ name: String) -> Bool {
    rules.contains { rule in
      rule.container.count == 1
        && rule.items.contains { $0.name == name || $0.inner.contains { $0.name == name } }
    }
  }
}
