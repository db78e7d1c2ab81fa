package import Diagnostics

/// A place in a YAML tree that does not keep the tree alive; aliases are followed.
///
/// For walks over all of a document, which are mostly a count of the owners of its tree where they go from node
/// to node. It is valid while somebody holds the tree, as `YAMLNode.withView` does.
package struct YAMLView {
  package let tree: Unmanaged<YAMLTree>
  /// The record that says where the node is written: the alias itself where there is one.
  private let place: Int32
  /// The record that says what the node is.
  package let index: Int32
  package let head: YAMLRecord.Head

  package init(tree: Unmanaged<YAMLTree>, place: Int32, index: Int32, head: YAMLRecord.Head) {
    self.tree = tree
    self.place = place
    self.index = index
    self.head = head
  }

  @inline(__always)
  package init(tree: Unmanaged<YAMLTree>, index: Int) {
    let place = Int32(truncatingIfNeeded: index)
    self = tree._withUnsafeGuaranteedRef { owner in
      let head = owner.head(index)
      guard head.kind == .alias else { return YAMLView(tree: tree, place: place, index: place, head: head) }
      let target = Int32(truncatingIfNeeded: head.payload)
      return YAMLView(tree: tree, place: place, index: target, head: owner.head(head.payload))
    }
  }

  /// The same place, with a hold on the tree.
  package var node: YAMLNode { YAMLNode(tree: tree.takeUnretainedValue(), index: Int(place)) }

  /// Where it is written; an alias is written where it stands, and what is in it where its anchor is.
  package var location: SourceLocation { node.location }

  /// The lines and columns where it is written.
  package var range: SourceRange { tree._withUnsafeGuaranteedRef { $0.range(Int(place)) } }

  /// Whether it is a scalar, a sequence or a mapping.
  package var kind: YAMLNode.Kind {
    switch head.kind {
    case .sequence: .sequence
    case .mapping: .mapping
    case .scalar, .alias: .scalar
    }
  }
}

extension YAMLNode {
  /// Calls `body` with the same place, which is valid only during the call.
  package func withView<Result>(_ body: (YAMLView) -> Result) -> Result {
    withExtendedLifetime(tree) { body(view) }
  }
}

// MARK: - Scalars

extension YAMLView {
  /// Whether the spelling of the scalar decides its type: it has neither quotes nor a tag.
  package var isPlain: Bool { head.kind == .scalar && head.style == .plain && !head.isTaggedText }

  /// The text of a scalar, without quotes and escapes; `nil` for a collection.
  package var text: String? { withText { String(decoding: $0, as: UTF8.self) } }

  /// Calls `body` with the UTF-8 bytes of a scalar; `nil` for a collection.
  @inline(__always)
  package func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    guard head.kind == .scalar else { return nil }
    return tree._withUnsafeGuaranteedRef { body($0.bytes(of: head)) }
  }

  /// Whether this is a scalar with that text, however it is quoted.
  package func textEquals(_ text: StaticString) -> Bool { text.withUTF8Buffer { equals($0) } }

  /// Whether this is a scalar with that text, however it is quoted.
  @_disfavoredOverload
  package func textEquals(_ text: String) -> Bool {
    guard text.utf8.count == head.extent else { return false }
    var text = text
    return text.withUTF8 { equals($0) }
  }

  /// Whether this is a scalar with that text, however it is quoted.
  @inline(__always)
  package func equals(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    tree._withUnsafeGuaranteedRef { $0.text(of: head, equals: text) }
  }

  /// Whether another scalar has the same text, however it is quoted.
  package func hasSameText(as other: YAMLView) -> Bool { other.withText(equals) ?? false }
}

// MARK: - Children

extension YAMLView {
  /// The elements of a sequence, in order; none for any other node.
  package var elements: Elements {
    Elements(tree: tree, first: Int(index) + 1, count: head.kind == .sequence ? head.payload : 0)
  }

  /// The entries of a mapping, in the order in which they are written; none for any other node.
  package var entries: Entries {
    Entries(
      nodes: Elements(tree: tree, first: Int(index) + 1, count: head.kind == .mapping ? head.payload : 0))
  }

  /// The value under a key of a mapping; `nil` where there is none.
  package subscript(key: StaticString) -> YAMLView? { key.withUTF8Buffer { value(under: $0) } }

  /// The value under a key of a mapping; `nil` where there is none.
  @_disfavoredOverload
  package subscript(key: String) -> YAMLView? {
    var key = key
    return key.withUTF8 { value(under: $0) }
  }

  private func value(under key: UnsafeBufferPointer<UInt8>) -> YAMLView? {
    guard head.kind == .mapping else { return nil }
    return tree._withUnsafeGuaranteedRef { owner in
      var index = Int(self.index) + 1
      for _ in 0..<head.payload / 2 {
        let isWanted = owner.text(index, equals: key)
        index += owner.head(index).stride
        if isWanted { return YAMLView(tree: tree, index: index) }
        index += owner.head(index).stride
      }
      return nil
    }
  }

  /// The elements of a sequence.
  package struct Elements: Sequence, IteratorProtocol {
    package let tree: Unmanaged<YAMLTree>
    package private(set) var place: Int
    /// How many are left.
    package private(set) var count: Int

    package init(tree: Unmanaged<YAMLTree>, first: Int, count: Int) {
      self.tree = tree
      place = first
      self.count = count
    }

    @inline(__always)
    package mutating func next() -> YAMLView? {
      guard count > 0 else { return nil }
      count -= 1
      let view = YAMLView(tree: tree, index: place)
      place += tree._withUnsafeGuaranteedRef { $0.head(place).stride }
      return view
    }
  }

  /// The entries of a mapping.
  package struct Entries: Sequence, IteratorProtocol {
    package var nodes: Elements

    package init(nodes: Elements) { self.nodes = nodes }

    /// How many are left.
    package var count: Int { nodes.count / 2 }

    @inline(__always)
    package mutating func next() -> (key: YAMLView, value: YAMLView)? {
      guard let key = nodes.next(), let value = nodes.next() else { return nil }
      return (key, value)
    }
  }
}
