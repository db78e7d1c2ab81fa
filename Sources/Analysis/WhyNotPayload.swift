import CatalogModel
import DecisionEngine
import JSONSyntax
import Requirements

/// Why a candidate is not recommended, for machines.
struct WhyNotPayload {
  let payload: RecommendationPayload
  let conditions: ConditionText

  private var vocabulary: Vocabulary { payload.catalog.vocabulary }

  func value(of whyNot: WhyNot) -> JSONValue {
    [
      "id": .string(whyNot.standing.candidate.id), "kind": .string(whyNot.standing.candidate.kind.word),
      "title": .string(whyNot.standing.candidate.title), "recommended": .bool(whyNot.isRecommended),
      "eligible": .bool(whyNot.standing.isEligible), "score": .integer(whyNot.standing.score),
      "excludedBy": .array(
        whyNot.standing.exclusions.map(payload.exclusion)
          + whyNot.standing.exceededLimits.map(payload.capacity.exclusion)),
      "contributions": contributions(of: whyNot.standing),
      "winner": whyNot.winner.map(winner) ?? .null,
      "parts": .array(whyNot.parts.map(part)),
      "nearMisses": .array(whyNot.nearMisses.map(chance)),
      "waiting": .array(whyNot.waiting.map(chance)),
      "answers": .array(whyNot.answers.map(payload.flip)),
    ]
  }

  private func winner(_ standing: CandidateStanding) -> JSONValue {
    [
      "id": .string(standing.candidate.id), "title": .string(standing.candidate.title),
      "score": .integer(standing.score), "contributions": contributions(of: standing),
    ]
  }

  private func contributions(of standing: CandidateStanding) -> JSONValue {
    .array(standing.contributions.map(payload.contribution))
  }

  private func part(_ part: WhyNot.Part) -> JSONValue {
    [
      "role": .string(part.role.id), "of": .string(part.owner.id), "fit": .string(part.rated.fit.word),
      "takenBy": part.winner.map { .string($0.ranked.candidate.id) } ?? .null,
      "obstacle": obstacle(part.obstacle), "source": payload.words(part.rated.citations),
    ]
  }

  private func obstacle(_ obstacle: WhyNot.Obstacle) -> JSONValue {
    switch obstacle {
    case .none: .null
    case .absent(let when): ["absentWithout": .string(conditions.text(of: when))]
    case .follows(let ids): ["follows": .strings(ids)]
    case .fit: ["fit": "better"]
    }
  }

  private func chance(_ chance: WhyNot.Chance) -> JSONValue {
    [
      "rule": .string(chance.rule.id), "points": .integer(chance.own.points),
      "winnerPoints": .integer(chance.rival.points), "excludesWinner": .bool(chance.rival.excludes),
      "requirement": chance.objecting.map { .string(vocabulary[$0.requirement].id.description) } ?? .null,
      "needs": chance.objecting.map { .string(conditions.accepted(by: $0)) } ?? .null,
      "unknown": .array(
        chance.unknown.map { test in
          [
            "requirement": .string(vocabulary[test.requirement].id.description),
            "needs": .string(conditions.accepted(by: test)),
          ]
        }),
      "because": .string(chance.rule.because), "source": payload.words(chance.rule.citations),
      "file": .string(chance.rule.origin.file),
    ]
  }
}
