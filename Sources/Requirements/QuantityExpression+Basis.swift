extension QuantityExpression {
  /// Every requirement that it names, in the vocabulary's order.
  package var requirements: [Int] { root.requirements.sorted() }

  /// Whether its value never falls where that of a requirement rises, no value being below zero.
  package var neverFalls: Bool { root.neverFalls }

  /// The stated requirements that the value rests on, in the vocabulary's order.
  package func basis(_ answers: Answers) -> [Int] { root.basis(answers).sorted() }

  /// What has to be stated before there is a value: any one of these sets; none where nothing is missing.
  package func needs(_ answers: Answers) -> [[Int]] {
    let needs = root.needs(answers)
    guard !needs.contains([]) else { return [] }
    let least = needs.filter { need in !needs.contains { $0.isStrictSubset(of: need) } }
    return least.map { $0.sorted() }
  }
}

extension QuantityExpression.Term {
  private typealias Term = QuantityExpression.Term

  var requirements: Set<Int> {
    switch self {
    case .constant: []
    case .answer(let requirement, _): [requirement]
    case .roundedUp(let term): term.requirements
    case .sum(let left, let right), .difference(let left, let right), .product(let left, let right),
      .quotient(let left, let right), .greatest(let left, let right), .least(let left, let right),
      .otherwise(let left, let right):
      left.requirements.union(right.requirements)
    }
  }

  func basis(_ answers: Answers) -> Set<Int> {
    switch self {
    case .constant: []
    case .answer(let requirement, _): answers[requirement] == nil ? [] : [requirement]
    case .roundedUp(let term): term.basis(answers)
    case .sum(let left, let right), .difference(let left, let right), .product(let left, let right),
      .quotient(let left, let right), .greatest(let left, let right), .least(let left, let right):
      left.basis(answers).union(right.basis(answers))
    case .otherwise(let first, let second): (first.isStated(answers) ? first : second).basis(answers)
    }
  }

  var neverFalls: Bool {
    switch self {
    case .constant, .answer: true
    case .roundedUp(let term): term.neverFalls
    case .sum(let left, let right), .product(let left, let right), .greatest(let left, let right),
      .least(let left, let right), .otherwise(let left, let right):
      left.neverFalls && right.neverFalls
    case .quotient(let left, let right): left.neverFalls && right.requirements.isEmpty && right.neverFalls
    case .difference: false
    }
  }

  func isStated(_ answers: Answers) -> Bool { evaluate(answers) != .unstated }

  /// The sets of requirements of which one is enough, each once, in the order of the alternatives.
  func needs(_ answers: Answers) -> [Set<Int>] {
    switch self {
    case .constant: [[]]
    case .answer(let requirement, _): answers[requirement] == nil ? [[requirement]] : [[]]
    case .roundedUp(let term): term.needs(answers)
    case .sum(let left, let right), .difference(let left, let right), .product(let left, let right),
      .quotient(let left, let right), .greatest(let left, let right), .least(let left, let right):
      Self.both(left.needs(answers), right.needs(answers))
    case .otherwise(let first, let second): Self.unique(first.needs(answers) + second.needs(answers))
    }
  }

  private static func both(_ left: [Set<Int>], _ right: [Set<Int>]) -> [Set<Int>] {
    unique(left.flatMap { need in right.map(need.union) })
  }

  /// Bounded, so that an expression of many alternatives stays cheap to explain.
  private static func unique(_ needs: [Set<Int>]) -> [Set<Int>] {
    var unique: [Set<Int>] = []
    for need in needs where unique.count < 16 && !unique.contains(need) { unique.append(need) }
    return unique
  }
}
