import Requirements
import TestSupport

/// Random expressions and answers over the small vocabulary.
enum RandomQuantities {
  static let names = [
    "volume.events-per-day", "volume.records-per-run", "landscape.consumers",
  ]

  /// A count, so that every operator goes with every operand.
  static func expression(
    depth: Int, upTo bound: Int = Quantity.maximum, using random: inout SplitMix64
  ) -> String {
    guard depth > 0, Int.random(in: 0..<5, using: &random) > 0 else {
      return operand(upTo: bound, using: &random)
    }
    let left = expression(depth: depth - 1, upTo: bound, using: &random)
    let right = expression(depth: depth - 1, upTo: bound, using: &random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return "(\(left) + \(right))"
    case 1: return "(\(left) - \(right))"
    case 2: return "(\(left) * \(right))"
    case 3: return "(\(left) / \(right))"
    case 4: return "ceil(\(left))"
    case 5: return "max(\(left), \(right))"
    case 6: return "min(\(left), \(right))"
    default: return "first(\(left), \(right))"
    }
  }

  private static func operand(upTo bound: Int, using random: inout SplitMix64) -> String {
    if Int.random(in: 0..<3, using: &random) > 0 {
      return names[Int.random(in: names.indices, using: &random)]
    }
    let constants = [0, 1, 7, 200, 10_000, 999_999_999_999].filter { $0 <= bound }
    return String(constants[Int.random(in: constants.indices, using: &random)])
  }

  static func answers(upTo bound: Int = Quantity.maximum, using random: inout SplitMix64) -> Answers {
    let vocabulary = QuantityVocabulary.vocabulary
    var answers = Answers(count: vocabulary.requirements.count)
    for index in vocabulary.requirements.indices where vocabulary[index].type.isQuantity {
      answers[index] = answer(upTo: bound, using: &random)
    }
    return answers
  }

  /// The same answers with everything stated that was missing.
  static func completion(
    of answers: Answers, upTo bound: Int = Quantity.maximum, using random: inout SplitMix64
  ) -> Answers {
    var complete = answers
    for index in 0..<answers.count where QuantityVocabulary.vocabulary[index].type.isQuantity {
      while complete[index] == nil { complete[index] = answer(upTo: bound, using: &random) }
    }
    return complete
  }

  private static func answer(upTo bound: Int, using random: inout SplitMix64) -> Answer? {
    switch Int.random(in: 0..<6, using: &random) {
    case 0, 1: nil
    case 2: .quantity(0)
    case 3: .quantity(Int.random(in: 1...20, using: &random))
    case 4: .quantity(Int.random(in: 1...min(bound, 1_000_000), using: &random))
    default: .quantity(bound)
    }
  }
}
