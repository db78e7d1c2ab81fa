/// Finds the keys that a mapping has twice.
struct DuplicateKeys {
  /// Up to so many keys, comparing all with all is faster than sorting.
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
    return keys.count <= Self.fewKeys ? comparingAll() : sorting()
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

  private mutating func sorting() -> [(first: Int, later: Int)] {
    keys.sort { left, right in
      let order = Self.order(left.text, right.text)
      return order < 0 || (order == 0 && left.record < right.record)
    }
    var twins: [(first: Int, later: Int)] = []
    var first = 0
    for place in keys.indices.dropFirst() {
      if Self.areEqual(keys[first].text, keys[place].text) {
        twins.append((keys[first].record, keys[place].record))
      } else {
        first = place
      }
    }
    return twins.sorted { $0.later < $1.later }
  }

  /// Less than zero where the left text comes first: by length, then byte by byte.
  private static func order(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
    guard left.count == right.count else { return left.count - right.count }
    for (own, other) in zip(left, right) where own != other { return Int(own) - Int(other) }
    return 0
  }
}
