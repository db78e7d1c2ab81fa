package import Diagnostics

/// One YAML document: a flat, immutable arena with a range on every node.
///
/// It is a class because every node shares its storage. It is safe to share because its arena is
/// never written after it was made; the pointers are copies of the arena's, one step nearer.
package final class YAMLTree: @unchecked Sendable {
  /// The file that the document was read from; a document embedded in a program keeps only the name.
  package let file: SourceFile

  package let records: UnsafeRawPointer
  package let pool: UnsafePointer<UInt8>
  let arena: YAMLArena
  let rootIndex: Int

  init(file: SourceFile, arena: YAMLArena, root: Int) {
    self.file = file
    self.arena = arena
    records = arena.records
    pool = arena.pool
    rootIndex = root
  }

  /// The node that holds all others.
  package var root: YAMLNode { YAMLNode(tree: self, index: rootIndex) }

  /// How many records the document has.
  var recordCount: Int { head(rootIndex).stride }

  @inline(__always)
  package func head(_ index: Int) -> YAMLRecord.Head {
    YAMLRecord.Head(packed: records.loadUnaligned(fromByteOffset: index * YAMLRecord.size, as: UInt64.self))
  }

  func range(_ index: Int) -> SourceRange {
    let place = index * YAMLRecord.size
    let start = PackedPosition(word: records.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self))
    let end = PackedPosition(word: records.loadUnaligned(fromByteOffset: place + 16, as: UInt64.self))
    return SourceRange(start: start.unpacked, end: end.unpacked)
  }

  /// Whether a record is a scalar with that text, or an alias of one.
  @inline(__always)
  func text(_ index: Int, equals text: UnsafeBufferPointer<UInt8>) -> Bool {
    let written = head(index)
    return self.text(of: written.kind == .alias ? head(written.payload) : written, equals: text)
  }

  /// Whether this is a scalar with that text.
  ///
  /// By words of eight bytes: readers look keys up by name, and do hardly anything else as often.
  @inline(__always)
  package func text(of head: YAMLRecord.Head, equals text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard head.extent == text.count, head.kind == .scalar else { return false }
    guard let wanted = UnsafeRawPointer(text.baseAddress) else { return true }
    let own = UnsafeRawPointer(pool + head.payload)
    var place = 0
    while place + 8 <= text.count {
      let word = own.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      if word != wanted.loadUnaligned(fromByteOffset: place, as: UInt64.self) { return false }
      place += 8
    }
    while place < text.count {
      let byte = own.load(fromByteOffset: place, as: UInt8.self)
      if byte != wanted.load(fromByteOffset: place, as: UInt8.self) { return false }
      place += 1
    }
    return true
  }

  @inline(__always)
  package func bytes(of head: YAMLRecord.Head) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: pool + head.payload, count: head.extent)
  }
}
