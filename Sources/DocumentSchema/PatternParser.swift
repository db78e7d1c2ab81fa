/// Reads the dialect of `TextPattern`.
struct PatternParser {
  /// More repetitions than that would make a large automaton.
  private static let mostRepetitions = 1_000

  private var rest: ArraySlice<Unicode.Scalar>

  static func parse(_ expression: String) -> PatternNode? {
    var parser = PatternParser(rest: Array(expression.unicodeScalars)[...])
    guard parser.take("^"), let node = parser.sequence(), parser.take("$"), parser.rest.isEmpty else {
      return nil
    }
    return node
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func sequence() -> PatternNode? {
    var nodes: [PatternNode] = []
    while let next = rest.first, next != "|", next != ")", next != "$" {
      guard let atom = atom(), let repeated = repeated(atom) else { return nil }
      nodes.append(repeated)
    }
    return .sequence(nodes)
  }

  private mutating func atom() -> PatternNode? {
    guard let next = rest.popFirst() else { return nil }
    switch next {
    case "(": return group()
    case "[": return characterClass().map(PatternNode.character)
    case "\\": return escaped().map { .character(PatternClass(ranges: [.init(first: $0, last: $0)])) }
    case ".", "^", "?", "*", "+", "{", "}", "]": return nil
    default: return .character(PatternClass(ranges: [.init(first: next, last: next)]))
    }
  }

  private mutating func group() -> PatternNode? {
    if take("?"), !take(":") { return nil }
    var alternatives: [PatternNode] = []
    repeat {
      guard let alternative = sequence() else { return nil }
      alternatives.append(alternative)
    } while take("|")
    return take(")") ? .alternatives(alternatives) : nil
  }

  private mutating func escaped() -> Unicode.Scalar? {
    guard let scalar = rest.popFirst(), scalar.isASCII else { return nil }
    let isWord = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    return isWord ? nil : scalar
  }

  private mutating func characterClass() -> PatternClass? {
    var result = PatternClass(ranges: [], isNegated: take("^"))
    while !take("]") {
      guard let low = classMember() else { return nil }
      guard rest.first == "-", rest.dropFirst().first != "]" else {
        result.ranges.append(.init(first: low, last: low))
        continue
      }
      rest.removeFirst()
      guard let high = classMember(), low <= high else { return nil }
      result.ranges.append(.init(first: low, last: high))
    }
    return result.ranges.isEmpty ? nil : result
  }

  private mutating func classMember() -> Unicode.Scalar? {
    guard let scalar = rest.popFirst(), scalar != "[" else { return nil }
    return scalar == "\\" ? escaped() : scalar
  }

  private mutating func repeated(_ node: PatternNode) -> PatternNode? {
    if take("?") { return .repetition(node, minimum: 0, maximum: 1) }
    if take("*") { return .repetition(node, minimum: 0, maximum: nil) }
    if take("+") { return .repetition(node, minimum: 1, maximum: nil) }
    guard take("{") else { return node }
    guard let minimum = number() else { return nil }
    if take("}") { return .repetition(node, minimum: minimum, maximum: minimum) }
    guard take(",") else { return nil }
    if take("}") { return .repetition(node, minimum: minimum, maximum: nil) }
    guard let maximum = number(), minimum <= maximum, take("}") else { return nil }
    return .repetition(node, minimum: minimum, maximum: maximum)
  }

  private mutating func number() -> Int? {
    let digits = rest.prefix { ("0"..."9").contains($0) }
    rest = rest.dropFirst(digits.count)
    guard (1...4).contains(digits.count) else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
    return number <= Self.mostRepetitions ? number : nil
  }
}
