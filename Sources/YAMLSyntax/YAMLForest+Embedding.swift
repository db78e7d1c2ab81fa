import Diagnostics
import Packing

extension YAMLForest {
  /// The documents as one text for a string literal, in which every byte of it has to come back: ASCII,
  /// control characters among it, and behind it the texts of the documents as they are. `nil` where
  /// they are too many for one forest, which holds 16 million nodes and as many bytes of text.
  package static func embed(_ trees: [YAMLTree]) -> String? {
    var embedder = ForestEmbedder()
    return embedder.embed(trees.sorted { $0.file.name < $1.file.name })
  }
}

/// Gathers the records of many documents over one pool, in which every text stands once.
private struct ForestEmbedder {
  /// What a record can count to.
  private static let largest = 0xFF_FFFF

  private var words: [UInt64] = []
  private var pool: [UInt8] = []
  private var offsets: [[UInt8]: Int] = [:]

  mutating func embed(_ trees: [YAMLTree]) -> String? {
    var next = trees.count
    for tree in trees {
      addFile(tree.file.name, root: next)
      next += tree.recordCount
    }
    for tree in trees { addRecords(of: tree) }
    guard next <= Self.largest, pool.count <= Self.largest else { return nil }
    let header = YAMLForest.Header(files: trees.count, records: next, pool: pool.count)
    var bytes = YAMLForest.Header.mark.withUTF8Buffer { Array($0) }
    for word in [header.words.0, header.words.1] + words {
      withUnsafeBytes(of: word) { bytes.append(contentsOf: $0) }
    }
    return String(decoding: bytes + pool, as: UTF8.self)
  }

  /// A record for the name of a file, with the place of its root where others have their first position.
  private mutating func addFile(_ name: String, root: Int) {
    let bytes = Array(name.utf8)
    let head = YAMLRecord.Head(
      .scalar, .plain, payload: intern(bytes), extent: bytes.count)
    words += [head.packed, PackedWord.pack(UInt64(root)), PackedWord.pack(0)]
  }

  private mutating func addRecords(of tree: YAMLTree) {
    let shift = words.count / 3 - tree.rootIndex
    for index in tree.rootIndex..<tree.rootIndex + tree.recordCount {
      let head = tree.head(index)
      let payload =
        switch head.kind {
        case .scalar: intern(Array(tree.bytes(of: head)))
        case .alias: head.payload + shift
        case .sequence, .mapping: head.payload
        }
      let moved = YAMLRecord.Head(
        head.kind, head.style, isTaggedText: head.isTaggedText, payload: payload,
        extent: head.extent)
      let place = tree.records + index * YAMLRecord.size
      words.append(moved.packed)
      words.append(place.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      words.append(place.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
    }
  }

  private mutating func intern(_ text: [UInt8]) -> Int {
    if let offset = offsets[text] { return offset }
    defer { pool.append(contentsOf: text) }
    offsets[text] = pool.count
    return pool.count
  }
}
