extension QuantityExpression {
  /// The arithmetic with the stated answers put in, such as `20,000 events per day × 3 consumers`.
  package func spelled(_ answers: Answers, _ vocabulary: Vocabulary) -> String {
    Spelling(answers: answers, vocabulary: vocabulary).spell(root).text
  }

  /// Whether there is anything to reckon, beyond one figure.
  package func isReckoned(_ answers: Answers) -> Bool {
    switch root.chosen(answers) {
    case .constant, .answer: false
    case .sum, .difference, .product, .quotient, .roundedUp, .greatest, .least, .otherwise: true
    }
  }
}

extension QuantityExpression.Term {
  /// The alternative that gives the value; all of them where none is stated.
  fileprivate func chosen(_ answers: Answers) -> Self {
    alternatives.first { $0.isStated(answers) } ?? self
  }

  /// What is tried in turn.
  fileprivate var alternatives: [Self] {
    guard case .otherwise(let first, let second) = self else { return [self] }
    return first.alternatives + second.alternatives
  }
}

/// Spells terms with parentheses only where they are needed.
private struct Spelling {
  typealias Term = QuantityExpression.Term

  let answers: Answers
  let vocabulary: Vocabulary

  /// How tightly the parts of a text are bound.
  enum Binding: Int {
    case sum, product, whole
  }

  func spell(_ term: Term) -> (text: String, binding: Binding) {
    switch term.chosen(answers) {
    case .constant(let value, let kind): (QuantityValue(value).rendered(as: kind), .whole)
    case .answer(let requirement, let kind): (answer(requirement, kind), .whole)
    case .sum(let left, let right): join(left, "+", right, .sum)
    case .difference(let left, let right): join(left, "−", right, .sum)
    case .product(let left, let right): join(left, "×", right, .product)
    case .quotient(let left, let right): join(left, "÷", right, .product)
    case .roundedUp(let inner): ("ceil(\(spell(inner).text))", .whole)
    case .greatest(let left, let right): ("max(\(spell(left).text), \(spell(right).text))", .whole)
    case .least(let left, let right): ("min(\(spell(left).text), \(spell(right).text))", .whole)
    case .otherwise:
      ("first(" + term.alternatives.map { spell($0).text }.joined(separator: ", ") + ")", .whole)
    }
  }

  /// A figure with the requirement's key as its unit.
  private func answer(_ requirement: Int, _ kind: QuantityKind) -> String {
    let words = vocabulary[requirement].id.key.split(separator: "-").joined(separator: " ")
    guard answers[requirement] != nil else { return words }
    return Term.value(of: answers[requirement]).rendered(as: kind) + " " + words
  }

  /// Operators of one rank are read from left to right, so a right operand of that rank needs parentheses.
  private func join(
    _ left: Term, _ sign: String, _ right: Term, _ binding: Binding
  ) -> (text: String, binding: Binding) {
    let (first, second) = (spell(left), spell(right))
    let opening = first.binding.rawValue < binding.rawValue ? "(\(first.text))" : first.text
    let closing = second.binding.rawValue <= binding.rawValue ? "(\(second.text))" : second.text
    return ("\(opening) \(sign) \(closing)", binding)
  }
}
