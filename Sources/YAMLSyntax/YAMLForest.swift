import Diagnostics

/// Many documents in one arena, so that they can be embedded in a program as one string literal.
///
/// Embedded documents keep the names of their files and the ranges of their nodes, not their lines.
/// Nothing is decoded when a forest is opened: records are read where they lie.
package struct YAMLForest: Sendable {
  /// The documents, by the names of their files.
  package let trees: [YAMLTree]

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
    let arena = YAMLArena(records: records, pool: start + Header.size + header.records * YAMLRecord.size)
    var trees: [YAMLTree] = []
    trees.reserveCapacity(header.files)
    for index in 0..<header.files {
      let place = index * YAMLRecord.size
      let name = YAMLRecord.Head(packed: records.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let root = PackedWord.unpack(records.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self))
      guard name.payload + name.extent <= header.pool, root < header.records else { return nil }
      let bytes = UnsafeBufferPointer(start: arena.pool + name.payload, count: name.extent)
      let file = SourceFile(name: String(decoding: bytes, as: UTF8.self), contents: [])
      trees.append(YAMLTree(file: file, arena: arena, root: Int(root)))
    }
    self.trees = trees
  }

  /// The document of the file with that name; `nil` where there is none.
  package subscript(file name: String) -> YAMLTree? {
    trees.first { $0.file.name == name }
  }

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
