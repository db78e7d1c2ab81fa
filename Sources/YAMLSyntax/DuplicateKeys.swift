/// Finds the keys that a mapping has twice.
struct DuplicateKeys {
  /// Up to so many keys, comparing all with all is faster than a table.
  private static let fewKeys = 12

  private typealias Key = (record: Int, text: UnsafeBufferPointer<UInt8>)

  /// The keys of the mapping at hand; kept between mappings for its memory.
  private var keys: [Key] = []

  /// The records of each key that came before, with that of the first, for a mapping that is complete.
  mutating func find(in mapping: Int, of arena: borrowing YAMLArenaWriter) -> [(first: Int, later: Int)] {
    keys.removeAll(keepingCapacity: true)
    var index = mapping + 1
    for _ in 0..<arena.head(mapping).payload / 2 {
      if let text = arena.text(index) { keys.append((index, text)) }
      index += arena.head(index).stride
      index += arena.head(index).stride
    }
    return keys.count <= Self.fewKeys ? comparingAll() : usingTable()
  }

  private func comparingAll() -> [(first: Int, later: Int)] {
    var twins: [(first: Int, later: Int)] = []
    for later in keys.indices.dropFirst() {
      let key = keys[later]
      for first in 0..<later where Self.areEqual(keys[first].text, key.text) {
        twins.append((keys[first].record, key.record))
        break
      }
    }
    return twins
  }

  private static func areEqual(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    left.count == right.count && left.elementsEqual(right)
  }

  private func usingTable() -> [(first: Int, later: Int)] {
    var firsts: [[UInt8]: Int] = [:]
    firsts.reserveCapacity(keys.count)
    var twins: [(first: Int, later: Int)] = []
    for key in keys {
      let text = Array(key.text)
      if let first = firsts[text] { twins.append((first, key.record)) } else { firsts[text] = key.record }
    }
    return twins
  }
}
