/// An expression over the quantities of a profile, such as `volume.events-per-day * landscape.consumers`.
package struct QuantityExpression: Sendable, Hashable {
  package let kind: QuantityKind
  let root: Term

  /// A part of an expression.
  indirect enum Term: Sendable, Hashable {
    case constant(Int, QuantityKind)
    case answer(requirement: Int, QuantityKind)
    case sum(Term, Term)
    case difference(Term, Term)
    case product(Term, Term)
    case quotient(Term, Term)
    case roundedUp(Term)
    case greatest(Term, Term)
    case least(Term, Term)
    /// The second where the first needs what is not stated.
    case otherwise(Term, Term)
  }

  init(kind: QuantityKind, root: Term) {
    self.kind = kind
    self.root = root
  }

  /// A number, a size or a duration.
  package init(_ value: Int, _ kind: QuantityKind) {
    self.init(kind: kind, root: .constant(value, kind))
  }

  /// The expression and a fixed amount of its kind.
  package func adding(_ amount: Int) -> QuantityExpression {
    QuantityExpression(kind: kind, root: .sum(root, .constant(amount, kind)))
  }

  /// The value under a set of answers.
  package func evaluate(_ answers: Answers) -> QuantityValue { root.evaluate(answers) }

  /// The value, where it is the same under all answers.
  package var constant: Int? {
    if case .constant(let value, _) = root { value } else { nil }
  }

  /// The requirement, where its answer alone is the value.
  package var soleRequirement: Int? {
    if case .answer(let requirement, _) = root { requirement } else { nil }
  }
}

extension QuantityExpression.Term {
  func evaluate(_ answers: Answers) -> QuantityValue {
    switch self {
    case .constant(let value, _): QuantityValue(value)
    case .answer(let requirement, _): Self.value(of: answers[requirement])
    case .sum(let left, let right): left.evaluate(answers) + right.evaluate(answers)
    case .difference(let left, let right): left.evaluate(answers) - right.evaluate(answers)
    case .product(let left, let right): left.evaluate(answers) * right.evaluate(answers)
    case .quotient(let left, let right): left.evaluate(answers) / right.evaluate(answers)
    case .roundedUp(let term): term.evaluate(answers).roundedUp
    case .greatest(let left, let right): .greatest(left.evaluate(answers), right.evaluate(answers))
    case .least(let left, let right): .least(left.evaluate(answers), right.evaluate(answers))
    case .otherwise(let first, let second): first.orElse(second, answers)
    }
  }

  private func orElse(_ second: Self, _ answers: Answers) -> QuantityValue {
    let value = evaluate(answers)
    return value == .unstated ? second.evaluate(answers) : value
  }

  static func value(of answer: Answer?) -> QuantityValue {
    switch answer {
    case .quantity(let value): value == Quantity.unbounded ? .unbounded : QuantityValue(value)
    case nil: .unstated
    case .choice, .boolean, .choices, .text:
      preconditionFailure("an expression over another type than its requirement was read")
    }
  }
}
