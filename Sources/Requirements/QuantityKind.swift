/// What a quantity measures.
package enum QuantityKind: Sendable, Hashable, CaseIterable {
  /// A plain number.
  case count
  /// In bytes.
  case size
  /// In milliseconds.
  case duration

  /// The kind with its article.
  package var phrase: String {
    switch self {
    case .count: "a count"
    case .size: "a size"
    case .duration: "a duration"
    }
  }
}

extension RequirementType {
  /// The kind of its answers; `nil` where they are no quantities.
  package var quantityKind: QuantityKind? {
    switch self {
    case .count: .count
    case .size: .size
    case .duration: .duration
    case .enumeration, .boolean, .list, .text: nil
    }
  }
}
