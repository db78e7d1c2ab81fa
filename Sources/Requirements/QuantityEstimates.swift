/// Expressions reckoned in floating point, each part that they share once, and never below their value: what is
/// estimated to be within a bound need not be reckoned exactly.
package struct QuantityEstimates: Sendable {
  /// A value that is made from answers or from values that stand before it.
  struct Step: Sendable, Hashable {
    let operation: Operation
    let left: Int
    let right: Int
  }

  enum Operation: Int, Sendable {
    case constant, answer, sum, product, quotient, roundedUp, greatest, least, otherwise
    /// Without a bound, where both are stated.
    case unbounded
  }

  private(set) var steps: [Step] = []

  package init() {}

  init(steps: [Step]) { self.steps = steps }

  package var count: Int { steps.count }

  /// Adds an expression; the place of its estimate.
  package mutating func add(_ expression: QuantityExpression) -> Int { add(expression.root) }

  private mutating func add(_ term: QuantityExpression.Term) -> Int {
    switch term {
    case .constant(let value, _): place(of: .constant, value, 0)
    case .answer(let requirement, _): place(of: .answer, requirement, 0)
    case .sum(let left, let right): place(of: .sum, add(left), add(right))
    case .difference(let left, let right): place(of: .unbounded, add(left), add(right))
    case .product(let left, let right): place(of: .product, add(left), add(right))
    case .quotient(let left, let right): addQuotient(add(left), add(right))
    case .roundedUp(let inner): place(of: .roundedUp, add(inner), 0)
    case .greatest(let left, let right): place(of: .greatest, add(left), add(right))
    case .least(let left, let right): place(of: .least, add(left), add(right))
    case .otherwise(let first, let second): place(of: .otherwise, add(first), add(second))
    }
  }

  /// A divisor must not be above its value, and only a plain one is not.
  private mutating func addQuotient(_ left: Int, _ right: Int) -> Int {
    switch steps[right].operation {
    case .constant, .answer: place(of: .quotient, left, right)
    default: place(of: .unbounded, left, right)
    }
  }

  private mutating func place(of operation: Operation, _ left: Int, _ right: Int) -> Int {
    let step = Step(operation: operation, left: left, right: right)
    if let place = steps.firstIndex(of: step) { return place }
    steps.append(step)
    return steps.count - 1
  }

  /// Fills a buffer of `count` numbers; what needs an unstated answer is not a number.
  package func evaluate(_ answers: Answers, into values: UnsafeMutableBufferPointer<Double>) {
    steps.withUnsafeBufferPointer { steps in
      for place in steps.indices {
        let step = steps[place]
        values[place] =
          switch step.operation {
          case .constant: Double(step.left)
          case .answer: Self.value(of: answers[step.left])
          case .sum: Self.bounded(values[step.left] + values[step.right])
          case .product: Self.product(values[step.left], values[step.right])
          case .quotient: values[step.left] / values[step.right]
          case .roundedUp: Self.roundedUp(values[step.left])
          case .greatest:
            values[step.left].isNaN ? .nan : Self.greatest(values[step.right], values[step.left])
          case .least: values[step.left].isNaN ? .nan : Self.least(values[step.right], values[step.left])
          case .otherwise: values[step.left].isNaN ? values[step.right] : values[step.left]
          case .unbounded: (values[step.left] + values[step.right]).isNaN ? .nan : .infinity
          }
      }
    }
  }

  @inline(__always)
  private static func value(of answer: Answer?) -> Double {
    guard case .quantity(let value) = answer else { return .nan }
    return value == Quantity.unbounded ? .infinity : Double(value)
  }

  /// Exact arithmetic counts no further than this.
  private static func bounded(_ value: Double) -> Double { value >= 0x1p60 ? .infinity : value }

  /// Nothing of what has no bound is nothing.
  private static func product(_ left: Double, _ right: Double) -> Double {
    if left == 0 || right == 0 { return left.isNaN || right.isNaN ? .nan : 0 }
    return bounded(left * right)
  }

  private static func roundedUp(_ value: Double) -> Double { (value * above).rounded(.up) }
  private static func greatest(_ value: Double, _ other: Double) -> Double { value < other ? other : value }
  private static func least(_ value: Double, _ other: Double) -> Double { value > other ? other : value }

  /// A little more than all that is lost by rounding.
  fileprivate static var above: Double { 1 + 1e-9 }
}

extension QuantityExpression {
  /// What it comes to at least, whatever is answered, a little rounded down to be compared with estimates.
  package func estimatedLeast(_ vocabulary: Vocabulary) -> Double {
    switch bounds(Answers(count: vocabulary.requirements.count)).least {
    case .finite(let value): value.approximation / QuantityEstimates.above
    case .unbounded: .infinity
    case .undefined, .unstated: -.infinity
    }
  }
}
