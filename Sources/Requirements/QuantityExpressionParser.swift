import Diagnostics

extension QuantityExpression {
  /// Reads an expression over the requirements of a vocabulary.
  package static func parse(
    _ text: String, vocabulary: Vocabulary
  ) throws(QuantityExpressionFault) -> QuantityExpression {
    var parser = try QuantityExpressionParser(text, vocabulary: vocabulary)
    return try parser.parseAll()
  }
}

/// Reads by recursive descent and checks kinds on the way.
struct QuantityExpressionParser {
  typealias Fault = QuantityExpressionFault
  typealias Term = QuantityExpression.Term
  typealias Token = QuantityExpressionLexer.Token

  /// A term that was read, with its kind and its place.
  struct Operand {
    let term: Term
    let kind: QuantityKind
    let range: Range<Int>
  }

  /// Bounds of what is read, so that no text exhausts the stack.
  private static let mostOperands = 64
  private static let mostParentheses = 32

  let vocabulary: Vocabulary
  private var lexer: QuantityExpressionLexer
  private(set) var token: Token
  private var operandCount = 0
  private var depth = 0

  init(_ text: String, vocabulary: Vocabulary) throws(Fault) {
    self.vocabulary = vocabulary
    lexer = QuantityExpressionLexer(text)
    token = try lexer.next()
  }

  mutating func parseAll() throws(Fault) -> QuantityExpression {
    let operand = try parseSum()
    guard token.kind == .end else {
      throw Fault(.malformedExpression, "expected an operator or the end, not '\(token.text)'", token.range)
    }
    return QuantityExpression(kind: operand.kind, root: operand.term)
  }

  private mutating func advance() throws(Fault) { token = try lexer.next() }

  // MARK: Operators

  private mutating func parseSum() throws(Fault) -> Operand {
    var left = try parseProduct()
    while token.kind == .plus || token.kind == .minus {
      let sign = token
      try advance()
      let right = try parseProduct()
      try expectOneKind(left, right, sign.range)
      left = Operand(
        term: sign.kind == .plus ? .sum(left.term, right.term) : .difference(left.term, right.term),
        kind: left.kind, range: left.range.lowerBound..<right.range.upperBound)
    }
    return left
  }

  private mutating func parseProduct() throws(Fault) -> Operand {
    var left = try parseOperand()
    while token.kind == .times || token.kind == .over {
      let sign = token
      try advance()
      let right = try parseOperand()
      let isProduct = sign.kind == .times
      left = Operand(
        term: isProduct ? .product(left.term, right.term) : .quotient(left.term, right.term),
        kind: isProduct
          ? try kindOfProduct(left, right, sign.range) : try kindOfQuotient(left, right, sign.range),
        range: left.range.lowerBound..<right.range.upperBound)
    }
    return left
  }

  private func expectOneKind(_ left: Operand, _ right: Operand, _ range: Range<Int>) throws(Fault) {
    guard left.kind != right.kind else { return }
    throw Fault(
      .kindsDiffer, "\(left.kind.phrase) and \(right.kind.phrase) do not go together here", range)
  }

  private func kindOfProduct(
    _ left: Operand, _ right: Operand, _ range: Range<Int>
  ) throws(Fault) -> QuantityKind {
    if left.kind == .count { return right.kind }
    if right.kind == .count { return left.kind }
    throw Fault(
      .kindsDiffer,
      "\(left.kind.phrase) times \(right.kind.phrase) is nothing that can be measured; one must be a count",
      range)
  }

  private func kindOfQuotient(
    _ left: Operand, _ right: Operand, _ range: Range<Int>
  ) throws(Fault) -> QuantityKind {
    if left.kind == right.kind { return .count }
    if right.kind == .count { return left.kind }
    throw Fault(
      .kindsDiffer,
      "\(left.kind.phrase) is divided by a count or by its own kind, not by \(right.kind.phrase)",
      range)
  }

  // MARK: Operands

  private mutating func parseOperand() throws(Fault) -> Operand {
    operandCount += 1
    guard operandCount <= Self.mostOperands else {
      throw Fault(
        .malformedExpression, "an expression has at most \(Self.mostOperands) operands", token.range)
    }
    switch token.kind {
    case .number: return try parseNumber()
    case .name: return try parseName()
    case .open: return try parseParentheses()
    case .end: throw Fault(.malformedExpression, "expected a value, not the end", token.range)
    case .close, .comma, .plus, .minus, .times, .over:
      throw Fault(.malformedExpression, "expected a value, not '\(token.text)'", token.range)
    }
  }

  private mutating func parseNumber() throws(Fault) -> Operand {
    let number = token
    try advance()
    if let value = Quantity.parseCount(number.text) { return constant(value, .count, number) }
    if let value = Quantity.parseSize(number.text) { return constant(value, .size, number) }
    if let value = Quantity.parseDuration(number.text) { return constant(value, .duration, number) }
    throw Fault(
      .malformedExpression,
      "'\(number.text)' is no quantity; expected a number such as 1_000, a size such as 1MB or a duration such as 120s",
      number.range)
  }

  private func constant(_ value: Int, _ kind: QuantityKind, _ token: Token) -> Operand {
    Operand(term: .constant(value, kind), kind: kind, range: token.range)
  }

  private mutating func parseName() throws(Fault) -> Operand {
    let name = token
    try advance()
    if token.kind == .open { return try parseCall(of: name) }
    guard let index = RequirementID(name.text).flatMap(vocabulary.index) else {
      throw Fault(
        .unknownRequirement, "'\(name.text)' is no requirement of the vocabulary", name.range,
        replacement: nearestSpelling(to: name.text, among: measured))
    }
    guard let kind = vocabulary[index].type.quantityKind else {
      throw Fault(
        .unmeasuredRequirement,
        "'\(name.text)' is no count, size or duration, so nothing is reckoned with it",
        name.range)
    }
    return Operand(term: .answer(requirement: index, kind), kind: kind, range: name.range)
  }

  private var measured: [String] {
    vocabulary.requirements.filter { $0.type.quantityKind != nil }.map(\.id.description)
  }

  private mutating func parseParentheses() throws(Fault) -> Operand {
    let start = token.range.lowerBound
    let inner = try nested { parser throws(Fault) in try parser.parseSum() }
    return Operand(term: inner.term, kind: inner.kind, range: start..<token.range.lowerBound)
  }

  /// What stands between the parenthesis that opens here and the one that closes it.
  private mutating func nested<Result>(
    _ parse: (inout Self) throws(Fault) -> Result
  ) throws(Fault) -> Result {
    guard depth < Self.mostParentheses else {
      throw Fault(.malformedExpression, "parentheses are nested too deeply", token.range)
    }
    depth += 1
    let opening = token
    try advance()
    let result = try parse(&self)
    guard token.kind == .close else {
      let found = token.kind == .end ? "the end" : "'\(token.text)'"
      throw Fault(
        .malformedExpression, "expected ')', not \(found)",
        token.kind == .end ? opening.range : token.range)
    }
    try advance()
    depth -= 1
    return result
  }

  // MARK: Functions

  private static let functions = ["ceil", "first", "max", "min"]

  private mutating func parseCall(of name: Token) throws(Fault) -> Operand {
    guard Self.functions.contains(name.text) else {
      throw Fault(
        .unknownFunction, "there is no function '\(name.text)'; there are ceil, first, max and min",
        name.range,
        replacement: nearestSpelling(to: name.text, among: Self.functions))
    }
    let arguments = try nested { parser throws(Fault) in try parser.parseArguments() }
    let isUnary = name.text == "ceil"
    guard isUnary ? arguments.count == 1 : arguments.count > 1 else {
      let expected = isUnary ? "one value" : "two values or more"
      throw Fault(
        .malformedExpression, "\(name.text) takes \(expected), not \(arguments.count)", name.range)
    }
    return try combine(arguments, by: name)
  }

  private mutating func parseArguments() throws(Fault) -> [Operand] {
    var arguments = [try parseSum()]
    while token.kind == .comma {
      try advance()
      arguments.append(try parseSum())
    }
    return arguments
  }

  private func combine(_ arguments: [Operand], by name: Token) throws(Fault) -> Operand {
    let first = arguments[0]
    for other in arguments.dropFirst() { try expectOneKind(first, other, other.range) }
    let terms = arguments.map(\.term)
    let end = arguments[arguments.count - 1].range.upperBound
    return Operand(
      term: Self.combine(terms, by: name.text), kind: first.kind, range: name.range.lowerBound..<end)
  }

  private static func combine(_ terms: [Term], by name: String) -> Term {
    switch name {
    case "max": terms.dropFirst().reduce(terms[0], Term.greatest)
    case "min": terms.dropFirst().reduce(terms[0], Term.least)
    case "first": terms.dropLast().reversed().reduce(terms[terms.count - 1]) { .otherwise($1, $0) }
    default: .roundedUp(terms[0])
    }
  }
}
