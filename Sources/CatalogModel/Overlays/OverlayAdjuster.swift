package import Diagnostics
import Requirements
import YAMLSyntax

extension DiagnosticID {
  package static let unknownAdjustment: DiagnosticID = "overlay/unknown-adjustment"
  package static let emptyAdjustment: DiagnosticID = "overlay/empty-adjustment"
}

/// Changes single values of entries, as one file of an overlay asks for.
struct OverlayAdjuster {
  let file: OverlayFile
  let vocabulary: Vocabulary

  var root: YAMLNode { file.root }

  /// Reports a file that changes nothing.
  func checkContents(into bag: inout DiagnosticBag) {
    let values = ["points", "order", "fits", "status", "allowance", "tight-from", "severity", "confidence"]
    guard !values.contains(where: { root[$0] != nil }) else { return }
    bag.add(
      Diagnostic(
        .emptyAdjustment, "The adjustment of '\(file.id)' changes nothing", at: file.target?.location))
  }

  // MARK: Rules

  /// The rule with other points; candidates that the file does not name keep theirs.
  func adjust(_ rule: Rule, into bag: inout DiagnosticBag) -> Rule {
    let points = numbers(root["points"])
    let weighed = rule.effects.flatMap(\.weighed)
    for entry in root["points"].map({ Array($0.entries) }) ?? [] {
      expect(entry.key, among: weighed, "The rule '\(rule.id)' gives no points to", into: &bag)
    }
    return Rule(
      id: rule.id, when: rule.when, effects: rule.effects.flatMap { $0.setting(points) },
      examples: rule.examples, origin: file.change.origin,
      words: Deferred {
        Rule.Words(title: rule.title, because: rule.because, sources: Deferred { rule.citations })
      })
  }

  private func numbers(_ node: YAMLNode?) -> [String: Int] {
    let pairs = node?.entries.compactMap { entry -> (String, Int)? in
      guard let key = entry.key.text, let number = entry.value.text.flatMap({ Quantity.parseCount($0) })
      else { return nil }
      return (key, number)
    }
    return Dictionary(pairs ?? [], uniquingKeysWith: { first, _ in first })
  }

  // MARK: Candidates

  /// The candidate with another place in ties, another status, other ratings.
  func adjust(_ candidate: Candidate, into bag: inout DiagnosticBag) -> Candidate {
    checkFits(of: candidate, into: &bag)
    let status = root["status"]?.text.flatMap(TechnologyFacts.Status.init)
    return Candidate(
      id: candidate.id, kind: candidate.kind,
      order: root["order"]?.text.flatMap { Quantity.parseCount($0) } ?? candidate.order,
      roles: candidate.roles.map { $0.setting(fits: root["fits"]?[$0.id]) },
      facts: candidate.facts.map { facts in status.map(facts.setting) ?? facts },
      origin: file.change.origin,
      words: Deferred {
        Candidate.Words(
          title: candidate.title, intent: candidate.intent, bestWhen: Deferred { candidate.bestWhen },
          wrongWhen: Deferred { candidate.wrongWhen }, practices: Deferred { candidate.practices },
          sources: Deferred { candidate.citations })
      })
  }

  private func checkFits(of candidate: Candidate, into bag: inout DiagnosticBag) {
    for entry in root["fits"].map({ Array($0.entries) }) ?? [] {
      let roles = candidate.roles.filter { entry.key.textEquals($0.id) }
      guard !roles.isEmpty else {
        expect(entry.key, among: candidate.roles.map(\.id), "'\(candidate.id)' has no part", into: &bag)
        continue
      }
      let rated = roles.flatMap(\.candidates).map(\.id)
      for technology in entry.value.entries {
        expect(technology.key, among: rated, "No technology of this part is", into: &bag)
      }
    }
  }

  // MARK: Limits

  /// The limit with other figures.
  func adjust(_ limit: Limit, into bag: inout DiagnosticBag) -> Limit {
    let node = root["tight-from"]
    let share = node?.text.flatMap { Rational(decimal: $0) }.flatMap { $0 <= .one ? $0 : nil }
    if let node, share == nil {
      bag.add(
        Diagnostic(
          .malformedShare, "'tight-from' is a share of the allowance, such as 0.7, and at most 1",
          at: node.location))
    }
    return Limit(
      id: limit.id, title: limit.title, group: limit.group, unit: limit.unit, period: limit.period,
      scope: limit.scope, isShared: limit.isShared, when: limit.when, minimums: limit.minimums,
      demands: limit.demands, bindings: limit.bindings, allowances: allowances(of: limit, into: &bag),
      addOn: limit.addOn,
      severity: root["severity"]?.text.flatMap(Limit.Severity.init(rawValue:)) ?? limit.severity,
      confidence: root["confidence"]?.text.flatMap(Limit.Confidence.init(rawValue:)) ?? limit.confidence,
      tightFrom: share ?? limit.tightFrom, reads: limit.reads, because: limit.because,
      citations: limit.citations, origin: file.change.origin)
  }

  private func allowances(of limit: Limit, into bag: inout DiagnosticBag) -> [Limit.Allowance] {
    let editions = limit.allowances.map { $0.edition ?? Limit.anyEdition }
    let kind = limit.kind
    var changed: [String: QuantityExpression] = [:]
    for entry in root["allowance"].map({ Array($0.entries) }) ?? [] {
      expect(entry.key, among: editions, "'\(limit.id)' has no allowance for", into: &bag)
      guard let amount = QuantityExpression.read(entry.value, vocabulary: vocabulary, into: &bag) else {
        continue
      }
      if amount.kind != kind {
        bag.add(
          Diagnostic(
            .kindsDiffer, "'\(limit.id)' compares \(kind.phrase) with \(amount.kind.phrase)",
            at: entry.value.location))
      }
      if let minimum = limit.minimums.first(where: { amount.requirements.contains($0.requirement) }) {
        let name = vocabulary[minimum.requirement].id
        bag.add(
          Diagnostic(
            .misplacedMinimum, "'\(name)' has a least in '\(limit.id)', so that no allowance may rest on it",
            at: entry.value.location))
      }
      entry.key.text.map { changed[$0] = amount }
    }
    return limit.allowances.map { allowance in
      let amount = changed[allowance.edition ?? Limit.anyEdition]
      return Limit.Allowance(edition: allowance.edition, amount: amount ?? allowance.amount)
    }
  }

  // MARK: Findings

  /// - Parameter complaint: what is said before the id that is not among those that are known.
  private func expect(
    _ node: YAMLNode, among known: [String], _ complaint: String, into bag: inout DiagnosticBag
  ) {
    guard let id = node.text, !known.contains(id) else { return }
    let near = nearestSpelling(to: id, among: known)
    bag.add(
      Diagnostic(
        .unknownAdjustment, "\(complaint) '\(id)'", at: node.location,
        notes: known.isEmpty ? [] : ["There is " + known.joined(separator: ", ")],
        fixes: near.map { [.init("did you mean '\($0)'?", edits: [.init(node.location, replacement: $0)])] }
          ?? []))
  }
}

// MARK: - Values

extension Effect {
  /// The candidates that the effect gives points to or takes points from.
  fileprivate var weighed: [String] {
    switch self {
    case .prefer(let ids, _), .avoid(let ids, _): ids
    case .exclude, .require, .oblige, .warn: []
    }
  }

  /// The effect with other points for some of its candidates, which then have an effect of their own.
  fileprivate func setting(_ points: [String: Int]) -> [Effect] {
    let changed = weighed.compactMap { id in points[id].map { (id, $0) } }
    guard !changed.isEmpty else { return [self] }
    let kept = weighed.filter { points[$0] == nil }
    switch self {
    case .prefer(_, let old):
      return (kept.isEmpty ? [] : [.prefer(kept, points: old)]) + changed.map { .prefer([$0], points: $1) }
    case .avoid(_, let old):
      return (kept.isEmpty ? [] : [.avoid(kept, points: old)]) + changed.map { .avoid([$0], points: $1) }
    case .exclude, .require, .oblige, .warn: return [self]
    }
  }
}

extension Role {
  fileprivate func setting(fits: YAMLNode?) -> Role {
    guard let fits else { return self }
    let candidates = candidates.map { rated -> RatedTechnology in
      guard let fit = fits[rated.id]?.text.flatMap(Fit.init) else { return rated }
      return RatedTechnology(
        id: rated.id, fit: fit,
        words: Deferred {
          RatedTechnology.Words(ratings: rated.ratings, because: rated.because, citations: rated.citations)
        })
    }
    return Role(
      id: id, when: when, after: after, isOptional: isOptional, isFromTopology: isFromTopology,
      candidates: candidates)
  }
}

extension TechnologyFacts {
  fileprivate func setting(_ status: Status) -> TechnologyFacts {
    TechnologyFacts(
      status: status,
      words: Deferred {
        TechnologyFacts.Words(
          statusCitations: statusCitations, licenses: licenses, licenseNote: licenseNote,
          licenseCitations: licenseCitations, directions: directions, timing: timing,
          initiators: initiators, limits: limits, aside: aside)
      })
  }
}
