/// The stable name of a kind of diagnostic, such as `profile/unknown-requirement`.
///
/// Each module declares its own as static members in an extension.
package struct DiagnosticID: Sendable, Hashable, Comparable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  package let description: String

  package init(_ text: String) { description = text }
  package init(stringLiteral text: String) { description = text }

  package static func < (left: DiagnosticID, right: DiagnosticID) -> Bool {
    left.description < right.description
  }
}
