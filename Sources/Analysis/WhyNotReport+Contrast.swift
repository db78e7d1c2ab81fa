import CatalogModel
import DecisionEngine
import Reporting
import Requirements

extension WhyNotReport {
  // MARK: Points

  /// The points of each rule for both sides.
  func contrast() -> [Block] {
    let winner = whyNot.winner
    let rules = Set((whyNot.standing.contributions + (winner?.contributions ?? [])).map(\.rule.id)).sorted()
    guard !rules.isEmpty else { return [] }
    var columns = [Block.Column("Rule"), Block.Column(candidate.id, isNumeric: true)]
    if let winner { columns.append(Block.Column(winner.candidate.id, isNumeric: true)) }
    func row(_ title: RichText, _ own: Int?, _ rival: Int?) -> [RichText] {
      let cells = [signed(own)] + (winner == nil ? [] : [signed(rival)])
      return [title] + cells
    }
    var rows = rules.map { rule in
      row(RichText(rule, .code), points(of: rule, whyNot.standing), winner.flatMap { points(of: rule, $0) })
    }
    rows.append(row(RichText("total", .strong), whyNot.standing.score, winner?.score))
    return [.heading(level: 2, "Points"), .table(Block.Table(columns: columns, rows: rows))]
  }

  private func points(of rule: String, _ standing: CandidateStanding) -> Int? {
    standing.contributions.first { $0.rule.id == rule }?.points
  }

  private func signed(_ points: Int?) -> RichText {
    guard let points else { return "–" }
    return RichText(points.signed, points > 0 ? .good : points < 0 ? .bad : .plain)
  }

  mutating func reasons() -> [Block.Item] {
    let standings = [whyNot.standing] + [whyNot.winner].compactMap { $0 }
    var rules: [Rule] = []
    for contribution in standings.flatMap(\.contributions)
    where !rules.contains(where: { $0.id == contribution.rule.id }) {
      rules.append(contribution.rule)
    }
    return rules.map { rule in
      Block.Item(
        RichText(rule.id, .code) + ": " + RichText(rule.because, .prose) + " "
          + citations.marks(rule.citations, of: rule.origin),
        details: [RichText("because ", .quiet) + premises.premises(of: rule.when)])
    }
  }

  // MARK: Parts of a technology

  mutating func parts() -> [Block.Item] {
    whyNot.parts.map { part in
      let taken =
        part.winner.map { winner -> RichText in
          "; taken by \(RichText(winner.ranked.candidate.id, .code)), rated \(fit(of: winner, in: part))"
        } ?? ""
      return Block.Item(
        RichText(part.role.id, .code) + " in \(part.owner.id): rated \(part.rated.fit.word)" + taken + " "
          + citations.marks(part.rated.citations, of: part.owner.origin),
        details: obstacle(to: part) + (part.rated.because.map { [RichText($0, .prose)] } ?? []))
    }
  }

  /// The winner as this role rates it.
  private func fit(of winner: RecommendedTechnology, in part: WhyNot.Part) -> String {
    let role = part.owner.roles.first { $0.id == part.role.id }
    let rated = role?.candidates.first { $0.id == winner.ranked.candidate.id }
    return (rated ?? winner.rated).fit.word
  }

  private func obstacle(to part: WhyNot.Part) -> [RichText] {
    switch part.obstacle {
    case .none: []
    case .absent(let when): ["the design has this part only with \(conditions.text(of: when))"]
    case .follows(let ids): ["the part follows \(ids.joined(separator: " or ")), which is not recommended"]
    case .fit: ["the guides' rating comes before points"]
    }
  }

  // MARK: Chances

  mutating func chance(_ chance: WhyNot.Chance) -> Block.Item {
    var details: [RichText] = []
    if let objecting = chance.objecting {
      details.append(
        RichText("needs ", .quiet) + RichText(conditions.text(of: objecting), .code) + "; now "
          + premises.premise(objecting.requirement))
    }
    if !chance.unknown.isEmpty {
      let texts = chance.unknown.map { RichText(conditions.text(of: $0), .code) }
      details.append(RichText("unknown as yet ", .quiet) + texts.joined(separator: ", "))
    }
    return Block.Item(
      RichText(chance.rule.id, .code) + " would " + effect(of: chance) + ": "
        + RichText(chance.rule.because, .prose)
        + " " + citations.marks(chance.rule.citations, of: chance.rule.origin), details: details)
  }

  private func effect(of chance: WhyNot.Chance) -> RichText {
    var parts: [RichText] = []
    if chance.own.points != 0 { parts.append("give \(candidate.id) \(chance.own.points.signed)") }
    if let winner = whyNot.winner?.candidate.id {
      if chance.rival.points != 0 { parts.append("give \(winner) \(chance.rival.points.signed)") }
      if chance.rival.excludes { parts.append("rule out \(winner)") }
    }
    return parts.joined(separator: " and ")
  }

  // MARK: Answers

  func answers() -> [Block] {
    let heading = Block.heading(level: 2, "What would make it win")
    guard !whyNot.answers.isEmpty else {
      return [heading, .paragraph("No single answer makes it win; several together may.")]
    }
    let items = whyNot.answers.map { flip in
      let id = catalog.vocabulary[flip.requirement].id
      let now = decision.answers[flip.requirement] == nil ? "unknown" : "now \(present(flip.requirement))"
      return Block.Item(
        RichText("\(id): \(flip.answer.text)", .code) + RichText(" (\(now))", .quiet),
        details: [RichText("would give ", .quiet) + RichText(flip.choice.text)])
    }
    return [heading, .list(items)]
  }

  private func present(_ requirement: Int) -> String {
    decision.answers[requirement].map { catalog.vocabulary.render($0, of: requirement) } ?? ""
  }
}

extension Choice {
  /// Its parts in one line.
  var text: String {
    let parts = [pattern ?? "no pattern", topology ?? "no topology"]
    return (parts + (technologies.isEmpty ? [] : [technologies.joined(separator: " → ")])).joined(
      separator: ", ")
  }
}
