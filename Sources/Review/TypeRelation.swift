import Requirements

/// Whether one type takes every value of another.
enum TypeRelation: Sendable, Hashable {
  case wider, narrower, other

  init(from old: Contract.FieldType, to new: Contract.FieldType) {
    if Self.takes(new, everyValueOf: old) {
      self = .wider
    } else {
      self = Self.takes(old, everyValueOf: new) ? .narrower : .other
    }
  }

  private static func takes(_ type: Contract.FieldType, everyValueOf other: Contract.FieldType) -> Bool {
    switch type {
    case .string:
      switch other {
      case .email, .url, .id, .enumeration: true
      case .string, .integer, .decimal, .boolean, .date, .datetime, .object, .list: false
      }
    case .decimal: other == .integer
    case .integer, .boolean, .date, .datetime, .email, .url, .id, .enumeration, .object, .list: false
    }
  }
}
