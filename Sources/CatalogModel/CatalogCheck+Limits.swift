package import Diagnostics
import Requirements
import YAMLSyntax

extension DiagnosticID {
  package static let unlistedLimit: DiagnosticID = "catalog/unlisted-limit"
  package static let unboundLimit: DiagnosticID = "catalog/unbound-limit"
  package static let duplicateDemand: DiagnosticID = "catalog/duplicate-demand"
  package static let unknownEdition: DiagnosticID = "catalog/unknown-edition"
  package static let unknownProduct: DiagnosticID = "catalog/unknown-product"
  package static let incompleteAddOn: DiagnosticID = "catalog/incomplete-add-on"
  package static let mismatchedUnit: DiagnosticID = "catalog/mismatched-unit"
  package static let malformedShare: DiagnosticID = "catalog/malformed-share"
}

extension CatalogCheck {
  func checkLimits(into bag: inout DiagnosticBag) {
    for limit in catalog.limits {
      guard let root = root(of: limit.id, in: "limits") else { continue }
      checkDemands(of: limit, root, into: &bag)
      checkEditions(root["allowance"], into: &bag)
      checkAddOn(of: limit, root, into: &bag)
      checkKinds(of: limit, root, into: &bag)
      checkMinimums(of: limit, root, into: &bag)
      checkShare(of: limit, root, into: &bag)
    }
    checkListedLimits(into: &bag)
  }

  // MARK: Technologies

  /// A technology stands in one row, or in several that each have a condition, and lists the limit among its own.
  private func checkDemands(of limit: Limit, _ root: YAMLNode, into bag: inout DiagnosticBag) {
    var first: [String: YAMLNode] = [:]
    let rows = [root["demand"], root["binds"]].compactMap { $0 }
    if rows.isEmpty {
      bag.add(
        Diagnostic(
          .unboundLimit, "'\(limit.id)' has neither 'demand' nor 'binds', so that it binds nothing",
          at: root.location))
    }
    var unconditional: Set<String> = []
    for row in rows.flatMap({ Array($0.elements) }) {
      for technology in row["for"].map(items) ?? [] {
        guard let id = technology.text else { continue }
        if row["when"] == nil { unconditional.insert(id) }
        if let other = first.updateValue(technology, forKey: id), unconditional.contains(id) {
          bag.add(
            Diagnostic(
              .duplicateDemand, "'\(id)' stands in two rows of '\(limit.id)'", at: technology.location,
              secondary: [.init(other.location, "the other")]))
        }
        guard let facts = catalog.candidate(id)?.facts, !facts.limits.contains(limit.id) else { continue }
        bag.add(
          Diagnostic(
            .unlistedLimit, "'\(id)' does not list '\(limit.id)' among its limits", at: technology.location,
            fixes: [.init("add '\(limit.id)' to the limits of technologies/\(id).yaml")]))
      }
    }
  }

  /// Every limit that a technology lists has a row for it.
  private func checkListedLimits(into bag: inout DiagnosticBag) {
    for technology in catalog.candidates(of: .technology) {
      guard let root = root(of: technology.id, in: "technologies"), let list = root["limits"] else {
        continue
      }
      for node in items(list) {
        guard let limit = catalog.limits.first(where: { node.textEquals($0.id) }) else { continue }
        guard limit.reason(for: technology.id) == nil else { continue }
        bag.add(
          Diagnostic(
            .unboundLimit, "neither 'demand' nor 'binds' of '\(limit.id)' names '\(technology.id)'",
            at: node.location,
            fixes: [.init("remove it, or add '\(technology.id)' to one of them in limits/\(limit.id).yaml")]))
      }
    }
  }

  // MARK: Allowances

  private func checkEditions(_ node: YAMLNode?, into bag: inout DiagnosticBag) {
    guard let node else { return }
    let words = words(of: Limit.edition)
    for entry in node.entries where !entry.key.textEquals(Limit.anyEdition) {
      expect(entry.key, among: words, "edition of \(Limit.edition)", .unknownEdition, into: &bag)
    }
    guard let other = node["any"], node.entries.count > 1 else { return }
    bag.add(
      Diagnostic(
        .unknownEdition, "'any' stands for every edition, so no other may stand beside it",
        at: other.location))
  }

  private func checkAddOn(of limit: Limit, _ root: YAMLNode, into bag: inout DiagnosticBag) {
    guard let addOn = root["add-on"] else {
      guard limit.severity == .addOnAvailable, let severity = root["severity"] else { return }
      let message = "'\(limit.id)' names no add-on that lifts it"
      return bag.add(Diagnostic(.incompleteAddOn, message, at: severity.location))
    }
    if (addOn["owned"] == nil) != (addOn["adds"] == nil) {
      bag.add(
        Diagnostic(.incompleteAddOn, "'owned' and 'adds' of an add-on go together", at: addOn.location))
    }
    if let repeatable = addOn["repeatable"], addOn["adds"] == nil {
      bag.add(
        Diagnostic(
          .incompleteAddOn, "only an add-on that says what it 'adds' can be repeatable",
          at: repeatable.location))
    }
    addOn["owned"].map {
      expect($0, among: words(of: Limit.owned), "product of \(Limit.owned)", .unknownProduct, into: &bag)
    }
  }

  private func words(of id: RequirementID) -> [String] {
    catalog.vocabulary.index(of: id).map { catalog.vocabulary[$0].type.words } ?? []
  }

  private func expect(
    _ node: YAMLNode, among words: [String], _ what: String, _ id: DiagnosticID,
    into bag: inout DiagnosticBag
  ) {
    guard let text = node.text, !words.contains(text) else { return }
    let fixes = nearestSpelling(to: text, among: words).map {
      [Diagnostic.Fix("did you mean '\($0)'?", edits: [.init(node.location, replacement: $0)])]
    }
    bag.add(Diagnostic(id, "'\(text)' is no \(what)", at: node.location, fixes: fixes ?? []))
  }

  // MARK: Figures

  /// Demand, allowance and add-on measure the same, and the unit says which.
  private func checkKinds(of limit: Limit, _ root: YAMLNode, into bag: inout DiagnosticBag) {
    let kind = limit.kind
    let others =
      limit.demands.map(\.amount) + limit.allowances.map(\.amount)
      + [limit.addOn?.grant?.adds].compactMap { $0 }
    if let other = others.first(where: { $0.kind != kind }) {
      bag.add(
        Diagnostic(
          .kindsDiffer, "'\(limit.id)' compares \(kind.phrase) with \(other.kind.phrase)",
          at: (root["allowance"] ?? root).location))
    }
    let word: String? =
      switch kind {
      case .count: nil
      case .size: "size"
      case .duration: "duration"
      }
    guard let unit = root["unit"], let text = unit.text else { return }
    guard word.map({ $0 != text }) ?? ["size", "duration"].contains(text) else { return }
    bag.add(
      Diagnostic(.mismatchedUnit, "the figures are \(kind.phrase), the unit is '\(text)'", at: unit.location))
  }

  /// Where a demand is measured, a share of the allowance says from where on it is tight.
  private func checkShare(of limit: Limit, _ root: YAMLNode, into bag: inout DiagnosticBag) {
    guard let node = root["tight-from"] else {
      guard !limit.demands.isEmpty else { return }
      let message = "'\(limit.id)' measures a demand and does not say from which share on it is tight"
      return bag.add(
        Diagnostic(.malformedShare, message, at: root.location, fixes: [.init("add 'tight-from: 0.7'")]))
    }
    if let share = node.text.flatMap({ Rational(decimal: $0) }), share <= .one { return }
    bag.add(
      Diagnostic(
        .malformedShare, "'tight-from' is a share of the allowance, such as 0.7, and at most 1",
        at: node.location))
  }

  private func items(_ node: YAMLNode) -> [YAMLNode] {
    node.kind == .sequence ? Array(node.elements) : [node]
  }
}
