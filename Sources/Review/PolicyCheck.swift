package import DesignModel
package import Diagnostics

extension DiagnosticID {
  package static let unknownReviewRule: DiagnosticID = "workspace/unknown-rule"
}

/// Checks that a policy is about rules that there are.
package enum PolicyCheck {
  /// A rule that is not known is a warning, since a newer program may know it.
  package static func run(_ policy: ReviewPolicy, into bag: inout DiagnosticBag) {
    let places =
      policy.weights.map { ($0.rule, $0.location) } + policy.accepted.map { ($0.rule, $0.location) }
    for (rule, location) in places where ReviewRule.named(rule) == nil {
      let near = nearestSpelling(to: rule, among: ReviewRule.all.map(\.id))
      bag.add(
        Diagnostic(
          .unknownReviewRule, "The review has no rule '\(rule)'", severity: .warning, at: location,
          fixes: near.map { [.init("did you mean '\($0)'?")] } ?? []))
    }
  }
}
