/// Whose a generated file is, and so what a later run may do to it; stated by its artefact kind.
package enum Ownership: String, Sendable, Hashable, CaseIterable {
  /// Bascule's: replaced when it is out of date; a hand edit is reported and blocks until it is adopted.
  case managed
  /// Shared: hand edits and new contents are merged, with what was written last time as the base.
  case merged
  /// Written once, then the team's.
  case seeded
  /// A record: never rewritten; a change of decision writes a new one that supersedes it.
  case sealed
  /// The team's by their own choice.
  case kept
}
