/// Writes the records and the pool of an arena.
struct YAMLArenaWriter: ~Copyable {
  private var records: GrowingBuffer
  private var pool: GrowingBuffer
  private(set) var recordCount = 0

  /// Makes room for what a text of so many bytes usually comes to.
  init(textLength: Int) {
    records = GrowingBuffer(capacity: textLength * 2)
    pool = GrowingBuffer(capacity: textLength)
  }

  /// Adds a record behind the others.
  mutating func append(_ head: YAMLRecord.Head, from start: PackedPosition, to end: PackedPosition) {
    let place = records.extend(by: YAMLRecord.size).assumingMemoryBound(to: UInt64.self)
    place[0] = head.packed
    place[1] = start.word
    place[2] = end.word
    recordCount += 1
  }

  /// Adds a text to the pool and gives its offset.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    let offset = pool.count
    let place = pool.extend(by: text.count)
    if let start = text.baseAddress { place.copyMemory(from: start, byteCount: text.count) }
    return offset
  }

  private func words(_ index: Int) -> UnsafeMutablePointer<UInt64> {
    records.place(index * YAMLRecord.size).assumingMemoryBound(to: UInt64.self)
  }

  func head(_ index: Int) -> YAMLRecord.Head { YAMLRecord.Head(packed: words(index)[0]) }

  func start(_ index: Int) -> PackedPosition { PackedPosition(word: words(index)[1]) }

  func end(_ index: Int) -> PackedPosition { PackedPosition(word: words(index)[2]) }

  /// Completes the record of a collection.
  mutating func complete(_ index: Int, _ head: YAMLRecord.Head, to end: PackedPosition) {
    let words = words(index)
    words[0] = head.packed
    words[2] = end.word
  }

  /// The text of a scalar, aliases followed, which is valid until more is written; `nil` for a collection.
  func text(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
    var head = head(index)
    if head.kind == .alias { head = self.head(head.payload) }
    guard head.kind == .scalar else { return nil }
    let place = UnsafeRawPointer(pool.place(head.payload)).assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(start: place, count: head.extent)
  }

  consuming func finish() -> YAMLArena {
    YAMLArena(records: records, pool: pool)
  }
}
