import Diagnostics
import Packing

/// Many documents in one arena, so that they can be embedded in a program as one string literal.
///
/// Embedded documents keep the names of their files and the ranges of their nodes, not their lines.
/// Nothing is decoded when a forest is opened: records are read where they lie.
package struct YAMLForest: Sendable {
  /// How many documents there are.
  package let count: Int
  private let arena: YAMLArena

  /// Opens a forest that `embed` made; `nil` where the literal is none.
  package init?(embedded literal: StaticString) {
    guard literal.hasPointerRepresentation else { return nil }
    self.init(embedded: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// Opens a forest that `embed` made, in memory that stays as it is as long as the program runs; `nil`
  /// where the bytes are none.
  package init?(embedded bytes: UnsafeBufferPointer<UInt8>) {
    guard let header = Header(bytes), let start = bytes.baseAddress else { return nil }
    let records = UnsafeRawPointer(start) + Header.size
    count = header.files
    arena = YAMLArena(records: records, pool: start + Header.size + header.records * YAMLRecord.size)
  }

  /// The document with that number, by the names of the files.
  package func tree(at number: Int) -> YAMLTree {
    let place = number * YAMLRecord.size
    let root = PackedWord.unpack(arena.records.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self))
    return YAMLTree(
      file: SourceFile(name: name(at: number), contents: []), arena: arena, root: Int(root))
  }

  /// The name of the file of the document with that number.
  package func name(at number: Int) -> String {
    precondition(number < count, "a forest has no such document")
    let place = number * YAMLRecord.size
    let name = YAMLRecord.Head(
      packed: arena.records.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    return String(
      decoding: UnsafeBufferPointer(start: arena.pool + name.payload, count: name.extent), as: UTF8.self)
  }

  /// The documents, by the names of their files.
  package var trees: [YAMLTree] { (0..<count).map(tree) }

  /// What an embedded forest begins with: a mark, and how much follows.
  struct Header {
    static let size = 24
    static let mark: StaticString = "forest/1"

    let files: Int
    let records: Int
    let pool: Int

    init(files: Int, records: Int, pool: Int) {
      self.files = files
      self.records = records
      self.pool = pool
    }

    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
      guard bytes.count >= Self.size, let start = bytes.baseAddress else { return nil }
      guard Self.mark.withUTF8Buffer({ $0.elementsEqual(bytes.prefix(8)) }) else { return nil }
      let raw = UnsafeRawPointer(start)
      let counts = PackedWord.unpack(raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      files = Int(counts & 0xFF_FFFF)
      records = Int(counts >> 24 & 0xFF_FFFF)
      pool = Int(PackedWord.unpack(raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self)))
      guard files <= records, bytes.count == Self.size + records * YAMLRecord.size + pool else { return nil }
    }

    var words: (UInt64, UInt64) {
      (PackedWord.pack(UInt64(files) | UInt64(records) << 24), PackedWord.pack(UInt64(pool)))
    }
  }
}
