package import CatalogModel
package import Diagnostics

/// Checks of a catalog that is sound: what in it is idle, doubled or missing.
package enum CatalogLint {
  /// The checks, by the id of what they report.
  package static let checks: [(id: DiagnosticID, run: @Sendable (Catalog) -> [LintFinding])] = [
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

/// Something that is worth mending in a sound catalog.
package struct LintFinding: Sendable, Hashable {
  package let message: String
  /// `nil` where the place is not known.
  package let origin: Origin?
  /// The other entry of a pair, and what it is there.
  package var other: (origin: Origin, label: String)? {
    otherOrigin.map { ($0, otherLabel) }
  }
  package let help: String
  private let otherOrigin: Origin?
  private let otherLabel: String

  package init(
    _ message: String, at origin: Origin?, help: String, other: Origin? = nil, label: String = ""
  ) {
    self.message = message
    self.origin = origin
    self.help = help
    otherOrigin = other
    otherLabel = label
  }

  fileprivate func diagnostic(_ id: DiagnosticID, _ texts: [SourceFile]) -> Diagnostic {
    let places = [origin, otherOrigin].compactMap { $0 }.filter { Self.place(of: $0, texts) == nil }
    return Diagnostic(
      id, message, severity: .warning, at: origin.flatMap { Self.place(of: $0, texts) },
      secondary: otherOrigin.flatMap { Self.place(of: $0, texts) }.map { [.init($0, otherLabel)] } ?? [],
      notes: places.map { "\($0.file):\($0.line)" }, fixes: [.init(help)])
  }

  /// The first line of an entry; `nil` where its text is not at hand.
  private static func place(of origin: Origin, _ texts: [SourceFile]) -> SourceLocation? {
    let file = texts.first { $0.name == origin.file || $0.name.hasSuffix("/" + origin.file) }
    guard let file, let line = file.line(origin.line), !line.isEmpty else { return nil }
    let columns = 1..<line.unicodeScalars.count + 1
    return SourceLocation(file: file, range: SourceRange(line: origin.line, columns: columns))
  }
}
