package import Diagnostics

/// A place in a YAML tree: cheap to copy, and it keeps its tree alive. Aliases are followed.
package struct YAMLNode: Sendable {
  /// What a node is.
  package enum Kind: UInt8, Sendable, Hashable, CaseIterable {
    case scalar, sequence, mapping
  }

  /// How a node is written.
  package enum Style: UInt8, Sendable, Hashable, CaseIterable {
    case plain, singleQuoted, doubleQuoted, literal, folded, block, flow
  }

  /// The document that the node belongs to.
  package let tree: YAMLTree
  /// The record that says where the node is written: the alias itself where there is one.
  private let place: Int32
  /// The record that says what the node is.
  private let index: Int32
  let head: YAMLRecord.Head

  init(tree: YAMLTree, index: Int) {
    let head = tree.head(index)
    let isAlias = head.kind == .alias
    self.tree = tree
    place = Int32(truncatingIfNeeded: index)
    self.index = Int32(truncatingIfNeeded: isAlias ? head.payload : index)
    self.head = isAlias ? tree.head(head.payload) : head
  }

  /// Whether it is a scalar, a sequence or a mapping.
  package var kind: Kind {
    switch head.kind {
    case .sequence: .sequence
    case .mapping: .mapping
    case .scalar, .alias: .scalar
    }
  }

  /// How it is written.
  package var style: Style { head.style }

  /// Where it is written; an alias is written where it stands, and what is in it where its anchor is.
  package var location: SourceLocation { SourceLocation(file: tree.file, range: tree.range(Int(place))) }

  /// The same place without a hold on the tree.
  var view: YAMLView { YAMLView(tree: .passUnretained(tree), place: place, index: index, head: head) }

  /// The place of the record that the first child has.
  var firstChild: Int { Int(index) + 1 }
}

// MARK: - Scalars

extension YAMLNode {
  /// The text of a scalar, without quotes and escapes; `nil` for a collection.
  package var text: String? {
    kind == .scalar ? String(decoding: tree.bytes(of: head), as: UTF8.self) : nil
  }

  /// Whether the spelling of the scalar decides its type: it has neither quotes nor a tag.
  package var isPlain: Bool { kind == .scalar && style == .plain && !head.isTaggedText }

  /// Calls `body` with the UTF-8 bytes of a scalar, which are valid only during the call.
  package func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    guard kind == .scalar else { return nil }
    return withExtendedLifetime(tree) { body(tree.bytes(of: head)) }
  }

  /// Whether this is a scalar with that text, however it is quoted.
  package func textEquals(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { equals($0) }
  }

  /// Whether this is a scalar with that text, however it is quoted.
  @_disfavoredOverload
  package func textEquals(_ text: String) -> Bool {
    guard text.utf8.count == head.extent else { return false }
    var text = text
    return text.withUTF8 { equals($0) }
  }

  private func equals(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    withExtendedLifetime(tree) { tree.text(of: head, equals: text) }
  }
}
