import Diagnostics
import Requirements

/// What a check of a rule sees, before the rule's name and severity are put to it.
struct Observation {
  let subject: String
  let message: String
  var before: String?
  var after: String?
  var reasons: [String] = []
  var base: SourceLocation?
  var revision: SourceLocation?
  /// `nil` for that of the rule.
  var severity: Diagnostic.Severity?
}

extension DesignPair {
  /// An observation about the design as a whole, at the id in the profile of each side.
  func observation(
    subject: String, message: String, before: String? = nil, after: String? = nil, reasons: [String] = []
  ) -> Observation {
    Observation(
      subject: subject, message: message, before: before, after: after, reasons: reasons,
      base: base?.profile.idPlace, revision: revision?.profile.idPlace)
  }
}
