import CatalogModel
import JSONSyntax
import Reporting
import Requirements

extension EntryPage {
  mutating func fill(_ candidate: Candidate) {
    say("intent", candidate.intent, candidate.citations)
    if let facts = candidate.facts { fill(facts) }
    remarks("bestWhen", "Best when", candidate.bestWhen)
    remarks("wrongWhen", "Wrong when", candidate.wrongWhen)
    roles(of: candidate)
    if candidate.kind == .technology {
      list("playedRoles", "Its parts", playedRoles(of: candidate))
      list("limits", "Limits that bind it", limits(of: candidate))
    }
    let practices = candidate.practices.map { practice in
      let title = catalog.practice(practice.id)?.title ?? ""
      return reference(practice.id, RichText(title), because: practice.because, practice.citations)
    }
    list("practices", "Practices that it brings", practices)
    rules(on: candidate)
    antiPatterns(of: candidate)
  }

  private mutating func remarks(_ key: String, _ title: RichText, _ remarks: [Remark]) {
    let items = remarks.map { remark in
      Item(
        item: Block.Item(RichText(remark.says, .prose) + " " + citations.marks(remark.citations)),
        value: ["says": .string(remark.says), "source": words(remark.citations)])
    }
    list(key, title, items)
  }

  // MARK: Technologies

  private mutating func fill(_ facts: TechnologyFacts) {
    say("status", facts.status.word, label: "Status", facts.statusCitations)
    let isIncluded = facts.licenses.isEmpty
    let needed =
      isIncluded
      ? (facts.licenseNote == nil ? "included" : nil) : "needs " + facts.licenses.joined(separator: " or ")
    say(
      "license", [needed, facts.licenseNote].compactMap { $0 }.joined(separator: ". "), label: "License",
      facts.licenseCitations)
    member("licensesOfWhichOne", .strings(facts.licenses))
    words("directions", "Directions", facts.directions)
    words("timing", "Timing", facts.timing)
    words("initiatedBy", "Initiated by", facts.initiators)
    if let aside = facts.aside { say("aside", aside, label: "Beside the flow") }
  }

  private mutating func words(_ key: String, _ label: String, _ words: [String]) {
    add(.paragraph(RichText(label + ": ", .quiet) + RichText(words.joined(separator: ", "))))
    member(key, .strings(words))
  }

  private mutating func playedRoles(of technology: Candidate) -> [Item] {
    var items: [Item] = []
    for owner in catalog.candidates {
      for role in owner.roles {
        guard let rated = role.candidates.first(where: { $0.id == technology.id }) else { continue }
        items.append(
          reference(
            role.id, RichText("in \(owner.id): \(text(of: rated))"), because: rated.because, rated.citations,
            more: [JSONMember("of", .string(owner.id))] + members(of: rated)))
      }
    }
    return items
  }

  private mutating func limits(of technology: Candidate) -> [Item] {
    catalog.limits.compactMap { limit in
      guard let because = limit.reason(for: technology.id) else { return nil }
      return reference(
        limit.id, RichText("\(limit.title), \(allowance(of: limit))"), because: because, limit.citations,
        more: [JSONMember("title", .string(limit.title))])
    }
  }

  // MARK: Roles

  private mutating func roles(of candidate: Candidate) {
    var values: [JSONValue] = []
    for role in candidate.roles {
      let title = catalog.role(role.id)?.title ?? role.id
      let rated = role.candidates.map { technology in
        reference(
          technology.id, RichText(text(of: technology)), because: technology.because, technology.citations,
          more: members(of: technology))
      }
      add(.heading(level: 2, "Part: \(title) (\(role.id))"))
      notes(on: role).forEach { add(.paragraph($0)) }
      if !rated.isEmpty { add(.list(rated.map(\.item))) }
      values.append([
        "role": .string(role.id), "when": condition(role.when), "after": .strings(role.after),
        "optional": .bool(role.isOptional), "fromTopology": .bool(role.isFromTopology),
        "technologies": .array(rated.map(\.value)),
      ])
    }
    if candidate.kind != .technology { member("roles", .array(values)) }
  }

  private func notes(on role: Role) -> [RichText] {
    var notes: [RichText] = []
    if role.isFromTopology { notes.append("Filled from the parts of the recommended topology.") }
    if !role.when.tests.isEmpty {
      notes.append("Left out where this does not hold: \(RichText(conditions.text(of: role.when), .code))")
    }
    if !role.after.isEmpty { notes.append("Only after \(role.after.joined(separator: " or ")).") }
    if role.isOptional { notes.append("May stay empty.") }
    return notes
  }

  /// The verdict, and each edition's rating where guides rate it.
  func text(of rated: RatedTechnology) -> String {
    let ratings = rated.ratings.map { "\($0.source) \($0.fit.word)" }.joined(separator: ", ")
    return rated.fit.word + (ratings.isEmpty ? " (no guide rates it)" : " (\(ratings))")
  }

  func members(of rated: RatedTechnology) -> [JSONMember] {
    let ratings = rated.ratings.map { JSONMember($0.source, .string($0.fit.word)) }
    return [JSONMember("fit", .string(rated.fit.word)), JSONMember("ratings", .object(ratings))]
  }

  // MARK: Rules

  private mutating func rules(on candidate: Candidate) {
    let items = catalog.rules.compactMap { rule in
      let texts = EffectText.texts(of: rule, on: candidate.id)
      return texts.isEmpty ? nil : item(rule, texts.joined(separator: ", "))
    }
    list("rules", "Rules on it", items)
  }

  private mutating func antiPatterns(of candidate: Candidate) {
    let own = catalog.antiPatterns.filter { $0.recommended.contains(candidate.id) }
    let items = own.map { reference($0.id, RichText($0.title), because: $0.because, $0.citations) }
    list("antiPatterns", "Mistakes made with it", items)
  }
}
