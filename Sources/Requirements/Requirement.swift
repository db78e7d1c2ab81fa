/// The name of a requirement: its section and its key, written `section.key`.
package struct RequirementID: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let section: String
  package let key: String

  package init(section: String, key: String) {
    self.section = section
    self.key = key
  }

  /// Reads `section.key`; `nil` where the dot is missing or there is more than one.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    self.init(section: String(parts[0]), key: String(parts[1]))
  }

  package var description: String { section + "." + key }

  package static func < (left: RequirementID, right: RequirementID) -> Bool {
    (left.section, left.key) < (right.section, right.key)
  }
}

/// A question of the vocabulary.
package struct Requirement: Sendable, Hashable {
  package let id: RequirementID
  package let type: RequirementType
  /// The question that an architect is asked.
  package let asks: String

  package init(id: RequirementID, type: RequirementType, asks: String) {
    self.id = id
    self.type = type
    self.asks = asks
  }
}

/// What an answer to a requirement may be.
package enum RequirementType: Sendable, Hashable {
  /// One of the words.
  case enumeration([String])
  case boolean
  /// A whole number.
  case count
  /// Milliseconds; a class name stands for its bound.
  case duration(classes: [DurationClass])
  /// Bytes.
  case size
  /// Any of the words.
  case list([String])
  case text

  /// The words of an enumeration or a list; empty for every other type.
  package var words: [String] {
    switch self {
    case .enumeration(let words), .list(let words): words
    case .boolean, .count, .duration, .size, .text: []
    }
  }

  package var isQuantity: Bool {
    switch self {
    case .count, .duration, .size: true
    case .enumeration, .boolean, .list, .text: false
    }
  }
}

/// A named stretch of durations, such as `near-real-time`.
package struct DurationClass: Sendable, Hashable {
  package let name: String
  /// The longest duration of the class, in milliseconds; `Quantity.unbounded` for the last.
  package let bound: Int

  package init(name: String, bound: Int) {
    self.name = name
    self.bound = bound
  }
}
