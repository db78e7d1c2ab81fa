import DecisionEngine
import Diagnostics
package import Reporting

/// What a reviewer reads about a change.
package struct ReviewReport {
  let review: DesignReview
  let summary: ReviewSummary
  /// How many designs are told in full, the gravest first.
  var limit = Int.max
  /// How many flips the table holds.
  var flipLimit = Int.max
  /// Whether notes and files are told.
  var hasDetails = true

  private static let longestList = 12

  init(_ review: DesignReview) {
    self.review = review
    summary = ReviewSummary(review)
  }

  /// The verdict first, then flips, then each design with its findings, the gravest first.
  package static func make(_ review: DesignReview) -> Report { ReviewReport(review).report() }

  func report() -> Report {
    var blocks: [Block] = [.heading(level: 1, "Design review")]
    blocks.append(.paragraph(RichText(summary.verdict, .strong)))
    if !summary.isEmpty { blocks.append(.paragraph("Findings: \(summary.weights).")) }
    blocks += flips
    blocks += general
    let designs = sortedPairs
    for pair in designs.prefix(limit) { blocks += self.blocks(for: pair) }
    if designs.count > limit {
      let rest = designs.count - limit
      blocks.append(
        .paragraph(
          "\(ReviewSummary.count(rest, "design")) more did not fit here; the other formats hold them all."))
    }
    return Report(blocks: blocks, payload: ReviewPayload(review).value)
  }

  // MARK: Parts

  private var flips: [Block] {
    let pairs = sortedPairs.filter { pair in
      pair.decisionChange.map { $0.isFlip || $0.changesTechnologies } ?? false
    }
    guard !pairs.isEmpty else { return [] }
    let rows = pairs.prefix(flipLimit).map { pair -> [RichText] in
      guard let change = pair.decisionChange else { return [] }
      return [
        RichText(pair.id, .code), shape(change.before, beside: change.after),
        shape(change.after, beside: change.before), because(change),
      ]
    }
    let titles = ["Design", "Was", "Now", "Because"]
    let rest = pairs.count - rows.count
    let words = (rows.isEmpty ? "" : "and ") + ReviewSummary.count(rest, "flip") + " more"
    let more: [Block] = rest > 0 ? [.paragraph(RichText(words))] : []
    guard !rows.isEmpty else { return more }
    let table = Block.Table(columns: titles.map { Block.Column($0) }, rows: Array(rows), wraps: true)
    return [.table(table)] + more
  }

  /// Pattern and topology, or where they are the same the technologies.
  private func shape(_ outcome: DesignOutcome, beside other: DesignOutcome) -> RichText {
    guard outcome.hasSameShape(as: other) else {
      let parts = [
        outcome.pattern == other.pattern ? nil : outcome.pattern ?? "no pattern",
        outcome.topology == other.topology ? nil : outcome.topology ?? "no topology",
      ]
      return RichText(parts.compactMap { $0 }.joined(separator: ", "))
    }
    return RichText(DecisionText.chain(outcome.technologies.filter { !other.technologies.contains($0) }))
  }

  private func because(_ change: DecisionChange) -> RichText {
    let culprits = change.culprits.map { "\($0.requirement) \($0.words)" }.joined(separator: "; ")
    switch change.cause {
    case .requirements: return RichText(culprits)
    case .catalog: return "the catalog"
    case .both: return RichText("the catalog and \(culprits)")
    case .decision: return "the architects' decision"
    case nil: return ""
    }
  }

  /// What is about no design.
  private var general: [Block] {
    let findings = review.findings.filter { $0.design == nil && $0.isOpen }
    return findings.isEmpty ? [] : [.list(findings.map(item))]
  }

  private func blocks(for pair: DesignPair) -> [Block] {
    let findings = review.findings.filter { $0.isAbout(pair) }
    let grave = findings.filter { $0.isOpen && $0.severity > .note }
    let notes = findings.filter { $0.isOpen && $0.severity == .note }
    let accepted = findings.filter { !$0.isOpen }
    var blocks: [Block] = [.heading(level: 2, "\(RichText(pair.id, .code)) (\(pair.path))")]
    blocks += answers(pair)
    if !grave.isEmpty { blocks.append(.list(grave.map(item))) }
    guard hasDetails else { return blocks }
    if !notes.isEmpty {
      blocks.append(.details(RichText(ReviewSummary.count(notes.count, "note")), [.list(notes.map(item))]))
    }
    if !accepted.isEmpty {
      blocks.append(.details("\(accepted.count) accepted", [.list(accepted.map(item))]))
    }
    return blocks + files(pair)
  }

  /// What is stated differently, each with the line where it stands.
  private func answers(_ pair: DesignPair) -> [Block] {
    let answers = pair.decisionChange?.answers ?? []
    guard !answers.isEmpty else { return [] }
    let shown = answers.prefix(Self.longestList).map { RichText(DecisionText.line($0)) }
    let more = answers.count > shown.count ? ["and \(answers.count - shown.count) more"] : [RichText]()
    return [.paragraph("Stated differently: " + (shown + more).joined(separator: "; "))]
  }

  private func files(_ pair: DesignPair) -> [Block] {
    let change = pair.artifactChange
    guard !change.isEmpty else { return [] }
    let title = RichText(
      "generated files: +\(change.added.count) ~\(change.changed.count) −\(change.removed.count)")
    let columns = [
      Block.Column("Kind"), Block.Column("Added", isNumeric: true), Block.Column("Changed", isNumeric: true),
      Block.Column("Removed", isNumeric: true),
    ]
    let rows = change.byKind.map { kind -> [RichText] in
      [RichText(kind.kind), cell(kind.added), cell(kind.changed), cell(kind.removed)]
    }
    return [.details(title, [.table(Block.Table(columns: columns, rows: rows))])]
  }

  private func cell(_ number: Int) -> RichText { number == 0 ? "–" : "\(number)" }

  private func item(_ finding: Finding) -> Block.Item {
    let style: RichText.Style =
      finding.severity == .error ? .bad : finding.severity == .warning ? .strong : .quiet
    var text =
      RichText(finding.severity.word, style) + " " + RichText(finding.rule.id, .code) + " "
      + RichText(finding.message)
    if let place = finding.placeText { text = text + " (" + RichText(place) + ")" }
    var details = finding.firstReasons.map { RichText($0) }
    if let acceptance = finding.acceptance {
      let by = acceptance.by.map { " by \($0)" } ?? ""
      details.append("accepted\(by) until \(acceptance.until): \(acceptance.because)")
    }
    if finding.values != nil, let values = values(finding) { details.insert(values, at: 0) }
    return Block.Item(text, details: details)
  }

  private func values(_ finding: Finding) -> RichText? {
    switch (finding.before, finding.after) {
    case (let before?, let after?): "\(RichText(before, .code)) → \(RichText(after, .code))"
    case (let before?, nil): "was \(RichText(before, .code))"
    case (nil, let after?): "now \(RichText(after, .code))"
    case (nil, nil): nil
    }
  }

  /// The gravest first, and among them those that flip; then by id.
  private var sortedPairs: [DesignPair] {
    // By the path of the profile.
    var worst: [String: Int] = [:]
    for finding in review.findings where finding.isOpen {
      guard finding.design != nil, let home = finding.home else { continue }
      worst[home] = max(worst[home] ?? 0, finding.severity.rawValue + 1)
    }
    func rank(_ pair: DesignPair) -> (Int, String, String) {
      (-2 * (worst[pair.path] ?? 0) - (pair.decisionChange?.isFlip == true ? 1 : 0), pair.id, pair.path)
    }
    return review.tellingPairs.sorted { rank($0) < rank($1) }
  }
}
