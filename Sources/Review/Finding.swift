package import Diagnostics
import Hashing

/// What a rule of the review found in a change.
package struct Finding: Sendable, Hashable {
  package let rule: ReviewRule
  package var severity: Diagnostic.Severity
  /// The id of the design; `nil` where it is about none.
  package let design: String?
  /// The folder of the workspace of the design, with `/` behind it; empty for the root.
  package let workspace: String
  /// The path by which a workspace is found that judges it; `nil` where it is about the change as a whole.
  package let home: String?
  /// What it is about: stable, and free of values and lines.
  package let subject: String
  /// One line that stands alone, without a final full stop.
  package let message: String
  package let before: String?
  package let after: String?
  /// Why, a line for each reason.
  package let reasons: [String]
  /// The places on each side.
  package let base: SourceLocation?
  package let revision: SourceLocation?
  /// Where somebody took responsibility for it.
  package var acceptance: FindingAcceptance?

  /// The same for the same change of the same thing, whatever the words, values and lines are.
  package var fingerprint: String {
    var builder = DigestBuilder()
    for part in [rule.id, workspace + (design ?? ""), subject] { builder.add(piece: part) }
    return builder.finish().hexadecimal
  }

  /// Whether it counts: nobody accepted it.
  package var isOpen: Bool { acceptance == nil }

  /// Whether it is about a design, of which there may be others of the same id.
  func isAbout(_ pair: DesignPair) -> Bool { design == pair.id && home == pair.path }
}

/// Why a finding does not count.
package struct FindingAcceptance: Sendable, Hashable {
  package let because: String
  /// The last day on which it holds, such as `2026-12-31`.
  package let until: String
  package let by: String?

  package init(because: String, until: String, by: String?) {
    self.because = because
    self.until = until
    self.by = by
  }
}
