/// What a profile says to one requirement.
package enum Answer: Sendable, Hashable {
  /// The index of a word of an enumeration.
  case choice(Int)
  case boolean(Bool)
  /// A count, a duration in milliseconds or a size in bytes.
  case quantity(Int)
  /// The words of a list that hold, a bit for each index.
  case choices(UInt64)
  case text(String)
}

/// The answers of one profile, by the index of their requirement in the vocabulary; `nil` is unknown.
package struct Answers: Sendable, Hashable {
  private var slots: [Answer?]

  package init(count: Int) { slots = Array(repeating: nil, count: count) }

  package var count: Int { slots.count }

  package subscript(index: Int) -> Answer? {
    get { slots[index] }
    set { slots[index] = newValue }
  }
}
