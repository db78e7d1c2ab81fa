/// The elements of a sequence, in order.
package struct YAMLElements: Sequence, Sendable {
  let tree: YAMLTree
  let first: Int
  /// How many elements there are.
  package let count: Int

  /// Whether there is none.
  package var isEmpty: Bool { count == 0 }

  package func makeIterator() -> Iterator { Iterator(tree: tree, index: first, left: count) }

  /// Walks the elements.
  package struct Iterator: IteratorProtocol {
    let tree: YAMLTree
    var index: Int
    var left: Int

    package mutating func next() -> YAMLNode? {
      guard left > 0 else { return nil }
      left -= 1
      defer { index += tree.head(index).stride }
      return YAMLNode(tree: tree, index: index)
    }
  }
}

/// The entries of a mapping, in the order in which they are written.
package struct YAMLEntries: Sequence, Sendable {
  private let nodes: YAMLElements
  /// How many entries there are.
  package let count: Int

  init(nodes: YAMLElements) {
    self.nodes = nodes
    count = nodes.count / 2
  }

  /// Whether there is none.
  package var isEmpty: Bool { count == 0 }

  package func makeIterator() -> Iterator { Iterator(nodes: nodes.makeIterator()) }

  /// Walks the entries.
  package struct Iterator: IteratorProtocol {
    var nodes: YAMLElements.Iterator

    package mutating func next() -> (key: YAMLNode, value: YAMLNode)? {
      guard let key = nodes.next(), let value = nodes.next() else { return nil }
      return (key, value)
    }
  }
}

extension YAMLNode {
  /// The elements of a sequence; none for any other node.
  package var elements: YAMLElements {
    YAMLElements(tree: tree, first: firstChild, count: kind == .sequence ? head.payload : 0)
  }

  /// The entries of a mapping; none for any other node.
  package var entries: YAMLEntries {
    YAMLEntries(
      nodes: YAMLElements(tree: tree, first: firstChild, count: kind == .mapping ? head.payload : 0))
  }

  /// The value under a key of a mapping; `nil` where there is none.
  package subscript(key: String) -> YAMLNode? { withView { $0[key]?.node } }
}
