import Diagnostics

/// One requirement that two states of a profile answer differently.
struct AnswerChange: Sendable, Hashable {
  /// Such as `volume.events-per-day`.
  let requirement: String
  /// As it would be written; `nil` where it is unknown.
  let before: String?
  let after: String?
  let base: SourceLocation?
  let revision: SourceLocation?

  /// Such as `8,000 → 25,000`.
  var words: String { "\(before ?? "unknown") → \(after ?? "unknown")" }
}
