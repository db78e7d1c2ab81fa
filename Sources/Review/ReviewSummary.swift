import Diagnostics

/// The figures of a review.
package struct ReviewSummary: Sendable, Hashable {
  package let errors: Int
  package let warnings: Int
  package let notes: Int
  package let accepted: Int
  /// All designs, those among them whose profiles cannot be read.
  package let designs: Int
  /// Designs about which there is something to say.
  package let changed: Int
  package let unchanged: Int
  /// Files of the revision that are not what they should be.
  package let unreadable: Int
  package let flips: Int
  /// Changes of contracts that break the other system, or may.
  package let breaking: Int
  package let risky: Int
  package let filesAdded: Int
  package let filesChanged: Int
  package let filesRemoved: Int

  package init(_ review: DesignReview) {
    let open = review.findings.filter(\.isOpen)
    errors = open.count { $0.severity == .error }
    warnings = open.count { $0.severity == .warning }
    notes = open.count { $0.severity == .note }
    accepted = review.findings.count - open.count
    let telling = review.tellingPairs
    changed = telling.count
    unchanged = review.input.unchanged + review.pairs.count - telling.count
    unreadable = review.input.revision.unreadable.count
    // Those that were mended are there as well, though there is nothing to compare them with.
    let mended = review.input.base.unreadableProfiles.intersection(review.input.revision.designs.map(\.path))
    designs = changed + unchanged + review.input.revision.unreadableProfiles.union(mended).count
    flips = telling.count { $0.decisionChange?.isFlip == true }
    breaking = open.count { $0.rule.topic == .contract && $0.severity == .error }
    risky = open.count { $0.rule.topic == .contract && $0.severity == .warning }
    filesAdded = telling.reduce(0) { $0 + $1.artifactChange.added.count }
    filesChanged = telling.reduce(0) { $0 + $1.artifactChange.changed.count }
    filesRemoved = telling.reduce(0) { $0 + $1.artifactChange.removed.count }
  }

  /// Whether there is nothing to say.
  package var isEmpty: Bool { changed == 0 && errors + warnings + notes + accepted == 0 }

  /// One line for people.
  var verdict: String {
    guard !isEmpty else { return "Nothing changes: \(Self.count(unchanged, "design")) as before." }
    var parts = [
      "\(changed) of \(Self.count(designs, "design")) \(changed == 1 ? "changes" : "change")"
    ]
    if unreadable > 0 { parts.append("\(Self.count(unreadable, "file")) cannot be read") }
    if flips > 0 { parts.append(flips == 1 ? "1 decision flips" : "\(flips) decisions flip") }
    if breaking > 0 { parts.append(Self.count(breaking, "breaking contract change")) }
    if risky > 0 { parts.append(Self.count(risky, "risky contract change")) }
    if filesAdded + filesChanged + filesRemoved > 0 {
      parts.append("generated files: +\(filesAdded) ~\(filesChanged) −\(filesRemoved)")
    }
    return parts.joined(separator: " · ") + "."
  }

  /// How many findings of each severity there are.
  var weights: String {
    let parts = [
      errors > 0 ? Self.count(errors, "error") : nil, warnings > 0 ? Self.count(warnings, "warning") : nil,
      notes > 0 ? Self.count(notes, "note") : nil, accepted > 0 ? "\(accepted) accepted" : nil,
    ].compactMap { $0 }
    return parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
  }

  static func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
}

extension DesignReview {
  /// The designs about which there is something to say.
  package var tellingPairs: [DesignPair] {
    let homes = Set(findings.filter { $0.design != nil }.compactMap(\.home))
    return pairs.filter { homes.contains($0.path) || !$0.artifactChange.isEmpty }
  }
}
