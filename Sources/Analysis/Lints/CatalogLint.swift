package import CatalogModel
package import Diagnostics

/// Checks of a catalog that is sound: what in it is idle, doubled or missing.
package enum CatalogLint {
  /// The checks, by the id of what they report.
  private static let checks: [(id: DiagnosticID, run: @Sendable (Catalog) -> [LintFinding])] = [
    (.idleCandidate, IdleEntryLint.candidates),
    (.idlePractice, IdleEntryLint.practices),
    (.idleSource, IdleEntryLint.sources),
    (.identicalRule, RedundantRuleLint.identical),
    (.subsumedRule, RedundantRuleLint.subsumed),
    (.idleEffect, IdleEffectLint.effects),
    (.thresholdHole, ThresholdHoleLint.holes),
  ]

  /// Every finding, as warnings with the places that are known.
  ///
  /// - Parameter files: the texts of the catalog, for the lines that are shown.
  package static func run(_ catalog: Catalog, files: [SourceFile], into bag: inout DiagnosticBag) {
    for check in checks {
      for finding in check.run(catalog) { bag.add(finding.diagnostic(check.id, files)) }
    }
  }
}

extension DiagnosticID {
  package static let idleCandidate: DiagnosticID = "lint/idle-candidate"
  package static let idlePractice: DiagnosticID = "lint/idle-practice"
  package static let idleSource: DiagnosticID = "lint/idle-source"
  package static let identicalRule: DiagnosticID = "lint/identical-rule"
  package static let subsumedRule: DiagnosticID = "lint/subsumed-rule"
  package static let idleEffect: DiagnosticID = "lint/idle-effect"
  package static let thresholdHole: DiagnosticID = "lint/threshold-hole"
}
