/// Where a document holds a list in which the order means nothing, and what tells its items apart.
package struct ListRule: Sendable, Hashable {
  /// The kinds of items in a list.
  package struct Item: Sendable, Hashable {
    /// The name of the element.
    let name: String
    /// The elements within whose texts tell items apart; where there are none, it is the item's own text.
    let keys: [String]
    /// What the items of an item are, where it is a list itself.
    let inner: [Item]

    package init(name: String, keys: [String] = [], inner: [Item] = []) {
      self.name = name
      self.keys = keys
      self.inner = inner
    }
  }

  /// The names of the elements that lead to the list, the root's first.
  let container: [String]
  let items: [Item]

  package init(container: [String], items: [Item]) {
    self.container = container
    self.items = items
  }
}
