package import Diagnostics
package import Requirements

extension DiagnosticID {
  package static let contradiction: DiagnosticID = "profile/contradiction"
}

/// Checks what the shape of a profile cannot say: that its answers and its contract fit each other.
package enum ProfileCheck {
  /// Contradictory answers are warnings, since a decision is possible all the same; a contract that
  /// contradicts itself is an error.
  package static func run(_ profile: Profile, _ catalog: Catalog, into bag: inout DiagnosticBag) {
    ContractCheck.run(profile, into: &bag)
    for constraint in catalog.constraints where constraint.never.evaluate(profile.answers) == .yes {
      let requirements = constraint.never.tests.map(\.requirement)
      let places = requirements.compactMap { index in
        profile.places[index].map { Diagnostic.Label($0, "\(catalog.vocabulary[index].id)") }
      }
      let names = requirements.map { "'\(catalog.vocabulary[$0].id)'" }.joined(separator: ", ")
      bag.add(
        Diagnostic(
          .contradiction, "these answers cannot all be true: \(names)", severity: .warning,
          at: places.first?.location, secondary: Array(places.dropFirst()), notes: [constraint.because]))
    }
  }
}
