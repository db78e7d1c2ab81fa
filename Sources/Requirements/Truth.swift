/// Three-valued truth; a conjunction is the least of its parts.
package enum Truth: Int, Sendable, Hashable, Comparable, CaseIterable {
  case no, unknown, yes

  package static func < (left: Truth, right: Truth) -> Bool { left.rawValue < right.rawValue }
}
