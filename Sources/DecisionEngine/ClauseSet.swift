/// A set of clauses, a bit for each.
package struct ClauseSet: Sendable, Hashable {
  package internal(set) var words: [UInt64]

  package init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  /// So many clauses, all of them in the set.
  init(all count: Int) {
    words = Array(repeating: ~0, count: (count + 63) / 64)
    if count & 63 != 0 { words[count >> 6] = 1 << UInt64(count & 63) - 1 }
  }

  package func contains(_ clause: Int) -> Bool { words[clause >> 6] & (1 << UInt64(clause & 63)) != 0 }

  package mutating func insert(_ clause: Int) { words[clause >> 6] |= 1 << UInt64(clause & 63) }

  /// The clauses in their order.
  package var members: [Int] {
    var members: [Int] = []
    forEach { members.append($0) }
    return members
  }

  @inline(__always)
  package func forEach(_ body: (Int) -> Void) {
    for index in words.indices {
      var word = words[index]
      while word != 0 {
        body(index << 6 | word.trailingZeroBitCount)
        word &= word - 1
      }
    }
  }
}
