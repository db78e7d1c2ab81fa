import CatalogModel
import JSONSyntax
import Reporting
import Requirements

extension EntryPage {
  mutating func fill(_ practice: Practice) {
    say("intent", practice.intent, practice.citations)
    say("how", practice.how, label: "How")
    var items: [Item] = []
    for candidate in catalog.candidates {
      for own in candidate.practices where own.id == practice.id {
        items.append(reference(candidate.id, "brings it", because: own.because, own.citations))
      }
    }
    for rule in catalog.rules {
      for case .oblige(practice.id, let on) in rule.effects {
        items.append(
          item(rule, on.isEmpty ? "obliges it" : "obliges it with \(on.joined(separator: " or "))"))
      }
    }
    list("obligedBy", "What obliges it", items)
  }

  mutating func fill(_ role: RoleDescription) {
    say("does", role.does, label: "Does")
    var owners: [Item] = []
    for owner in catalog.candidates {
      for own in owner.roles where own.id == role.id {
        let texts = own.candidates.map { "\($0.id) \($0.fit.word)" }.joined(separator: ", ")
        let text = own.isFromTopology ? "filled from the topology" : texts
        owners.append(
          reference(
            owner.id, RichText(text),
            more: [
              JSONMember(
                "technologies",
                .array(own.candidates.map { .object([JSONMember("id", .string($0.id))] + members(of: $0)) }))
            ]))
      }
    }
    list("owners", "Where it is a part", owners)
  }

  mutating func fill(_ source: Source) {
    say("url", source.url, label: "Address")
    say("publisher", source.publisher, label: "Publisher")
    say("sourceKind", source.kind.rawValue, label: "Kind")
    if let edition = source.edition { say("edition", edition, label: "Edition") }
    if let retrieved = source.retrieved { say("retrieved", retrieved, label: "Read on") }
    let sections = source.sections.sorted { $0.key < $1.key }.map { anchor, title in
      reference(anchor, RichText(title), more: [JSONMember("title", .string(title))])
    }
    list("sections", "Sections", sections)
    let citing = catalog.entries.filter { $0.citations.contains { $0.source == source.id } }.map { entry in
      reference(
        entry.id, RichText(entry.kind.rawValue), more: [JSONMember("kind", .string(entry.kind.rawValue))])
    }
    list("citedBy", "Cited by", citing)
  }

  // MARK: Requirements

  mutating func fill(_ requirement: Requirement, _ index: Int) {
    say("expects", requirement.expectation, label: "Answer")
    member("type", .string(requirement.type.word))
    member("values", .strings(requirement.type.words))
    list("classes", "Classes", classes(of: requirement))
    list("rules", "Rules that ask for it", rules(asking: index))
    list("derivations", "Derivations", derivations(of: index))
    list("antiPatterns", "Mistakes that ask for it", antiPatterns(asking: index))
    list("limits", "Limits that are reckoned from it", limits(asking: index))
    list("constraints", "Constraints on it", constraints(on: index))
  }

  private func classes(of requirement: Requirement) -> [Item] {
    guard case .duration(let classes) = requirement.type else { return [] }
    return classes.map { own in
      let bound = Quantity.renderDuration(own.bound)
      return Item(
        item: Block.Item(RichText(own.name, .code) + ": up to \(bound)"),
        value: ["name": .string(own.name), "upTo": .string(bound)])
    }
  }

  private mutating func rules(asking index: Int) -> [Item] {
    catalog.rules.compactMap { rule in
      guard let test = rule.when.tests.first(where: { $0.requirement == index }) else { return nil }
      let accepted = conditions.accepted(by: test)
      let effects = rule.effects.map(EffectText.text).joined(separator: "; ")
      return reference(
        rule.id, RichText(accepted, .code) + " " + RichText(effects),
        more: [JSONMember("accepts", .string(accepted))])
    }
  }

  private mutating func derivations(of index: Int) -> [Item] {
    catalog.derivations.compactMap { derivation in
      let derives = derivation.derives == index
      guard derives || derivation.restsOn.contains(index) else { return nil }
      let target = catalog.vocabulary[derivation.derives].id
      return reference(
        derivation.id, RichText(derives ? "derives it" : "derives \(target) from it"),
        because: derivation.because, derivation.citations)
    }
  }

  private mutating func antiPatterns(asking index: Int) -> [Item] {
    catalog.antiPatterns.compactMap { antiPattern in
      guard let test = antiPattern.when.tests.first(where: { $0.requirement == index }) else { return nil }
      return reference(
        antiPattern.id, RichText(conditions.accepted(by: test), .code) + " " + RichText(antiPattern.title))
    }
  }

  private mutating func limits(asking index: Int) -> [Item] {
    catalog.limits.compactMap { limit in
      let amounts = limit.demands.map(\.amount) + limit.allowances.map(\.amount)
      let isAsked =
        amounts.contains { $0.requirements.contains(index) }
        || ([limit.when] + limit.demands.map(\.when)).flatMap(\.tests).contains { $0.requirement == index }
      return isAsked ? reference(limit.id, RichText(limit.title)) : nil
    }
  }

  private mutating func constraints(on index: Int) -> [Item] {
    let own = catalog.constraints.filter { $0.never.tests.contains { $0.requirement == index } }
    return own.map { constraint in
      reference(
        constraint.id, RichText("never " + conditions.text(of: constraint.never), .code),
        because: constraint.because, constraint.citations)
    }
  }
}

extension RequirementType {
  /// The word of the vocabulary for the type.
  fileprivate var word: String {
    switch self {
    case .enumeration: "enum"
    case .boolean: "boolean"
    case .count: "count"
    case .duration: "duration"
    case .size: "size"
    case .list: "list"
    case .text: "text"
    }
  }
}
