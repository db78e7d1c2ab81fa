import CatalogModel
import Requirements

/// What the rules that ask for one value do to one candidate.
package struct MatrixCell: Sendable, Hashable {
  /// By rules that ask for nothing else.
  package private(set) var points = 0
  package private(set) var isExcluded = false
  /// By rules that ask for other answers too.
  package private(set) var conditionalGain = 0
  package private(set) var conditionalLoss = 0
  package private(set) var isConditionallyExcluded = false
  /// By id.
  package private(set) var rules: [String] = []

  mutating func add(_ rule: Rule, _ bearing: RuleBearing) {
    rules.append(rule.id)
    if rule.when.tests.count == 1 {
      points += bearing.points
      isExcluded = isExcluded || bearing.excludes
    } else {
      conditionalGain += max(0, bearing.points)
      conditionalLoss += min(0, bearing.points)
      isConditionallyExcluded = isConditionallyExcluded || bearing.excludes
    }
  }

  /// Such as `+10 (+8 −5)`, `✗`, or `(✗)`; in parentheses what rests on other answers too.
  package var text: String {
    let certain = (isExcluded ? ["✗"] : []) + (points == 0 ? [] : [points.signed])
    let conditional =
      (isConditionallyExcluded ? ["✗"] : [])
      + [conditionalGain, conditionalLoss].filter { $0 != 0 }.map(\.signed)
    let rest = conditional.isEmpty ? [] : ["(\(conditional.joined(separator: " ")))"]
    return (certain + rest).joined(separator: " ")
  }
}
