/// The parts of a regular expression.
indirect enum PatternNode: Sendable {
  case character(PatternClass)
  case sequence([PatternNode])
  case alternatives([PatternNode])
  case repetition(PatternNode, minimum: Int, maximum: Int?)
}

/// A set of characters.
struct PatternClass: Sendable {
  var ranges: [Range]
  var isNegated = false

  /// Characters next to one another; both bounds belong to it.
  struct Range: Sendable {
    let first: Unicode.Scalar
    let last: Unicode.Scalar
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.first <= scalar && scalar <= $0.last } != isNegated
  }
}
