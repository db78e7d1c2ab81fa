import CatalogModel
import DecisionEngine
import Diagnostics
import Requirements

/// A limit of which less is left than before.
struct CapacityChange: Sendable {
  let limit: String
  let technology: String
  let verdict: CapacityFinding.Verdict
  let message: String
  let before: String?
  let after: String
  let base: SourceLocation?
  let revision: SourceLocation?
  /// The answers that changed and that the verdict rests on.
  let answers: [AnswerChange]

  /// The limits whose verdict became worse, or better.
  static func changes(of pair: DesignPair, isEased: Bool = false) -> [CapacityChange] {
    guard let revision = pair.revision else { return [] }
    let vocabulary = revision.table.catalog.vocabulary
    let old = Dictionary(
      (pair.base?.decision.capacity ?? []).map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    return revision.decision.capacity.compactMap { finding in
      let before = old[key(finding)]
      let (was, now) = (before.map { rank($0.verdict) } ?? 0, rank(finding.verdict))
      guard isEased ? now < was : now > was else { return nil }
      let place = finding.restsOn.lazy.compactMap { revision.profile.places[$0] }.first
      let formerPlace = before?.restsOn.lazy.compactMap { pair.base?.profile.places[$0] }.first
      return CapacityChange(
        limit: finding.limit.id, technology: finding.technology.id, verdict: finding.verdict,
        message: "\(finding.limit.title): \(finding.technology.id) spends \(words(finding))",
        before: before.map(words), after: words(finding), base: formerPlace, revision: place,
        answers: (pair.decisionChange?.answers ?? []).filter { answer in
          finding.restsOn.contains { vocabulary[$0].id.description == answer.requirement }
        })
    }.sorted { ($0.limit, $0.technology) < ($1.limit, $1.technology) }
  }

  /// The change as the rules about limits see it.
  func observation(of pair: DesignPair) -> Observation {
    Observation(
      subject: "limits/\(limit)/\(technology)", message: message, before: before, after: after,
      reasons: answers.map(DecisionText.line), base: base ?? pair.base?.profile.idPlace,
      revision: revision ?? pair.revision?.profile.idPlace)
  }

  private static func key(_ finding: CapacityFinding) -> [String] {
    [finding.limit.id, finding.technology.id]
  }

  private static func rank(_ verdict: CapacityFinding.Verdict) -> Int {
    switch verdict {
    case .fits, .unknown: 0
    case .tight: 1
    case .exceeded: 2
    }
  }

  private static func words(_ finding: CapacityFinding) -> String {
    let kind = finding.demand.amount.kind
    let (spent, allowed) = (finding.spent, finding.consideredAllowance)
    let least = finding.isLeast ? "at least " : ""
    return least
      + "\(spent.rendered(as: kind, beside: [allowed])) of \(allowed.rendered(as: kind, beside: [spent]))"
  }
}
