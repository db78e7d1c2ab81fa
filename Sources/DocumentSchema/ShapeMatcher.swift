import JSONSyntax
import YAMLSyntax

/// Tells documents of which there is nothing to say from those that `ShapeChecker` has to look at.
///
/// It asks for no more than that, and of a shape it keeps only what that takes, in arrays of plain numbers: a
/// walk over them counts no owners and allocates nothing. A document that does not match may be free of
/// findings all the same.
struct ShapeMatcher {
  /// What a node must be; shapes, words and patterns by their number.
  private enum Step {
    case mapping(keys: Range<Int>, required: UInt64)
    case dictionary(of: Int, keys: Int?, minimum: Int)
    case list(of: Int, minimum: Int, isUnique: Bool)
    case enumeration(Range<Int>)
    case text(length: ClosedRange<Int>, isSingleLine: Bool)
    case pattern(Int, length: ClosedRange<Int>)
    case boolean
    case integer(ClosedRange<Int>)
    case constant(Int)
    case choice(Range<Int>)
    case reference(Int)
    case anything
    case nothing
  }

  /// A key of a mapping or a word of an enumeration.
  private struct Word {
    let start: Int
    let count: Int
    /// What the value under the key must be.
    let step: Int
  }

  private var steps: [Step] = []
  private var words: [Word] = []
  private var letters: [UInt8] = []
  private var alternatives: [Int] = []
  private var patterns: [PatternAutomaton] = []
  /// The shapes with names, and their steps as soon as a document has come to them.
  private var references: [(shape: Shape.Reference, step: Int?)] = []
  private var root = 0

  init(_ shape: Shape) { root = add(shape) }

  mutating func matches(_ node: YAMLNode) -> Bool {
    node.withView { matches($0, root) }
  }
}

// MARK: - Shapes

extension ShapeMatcher {
  private mutating func add(_ shape: Shape) -> Int {
    let step = step(of: shape)
    steps.append(step)
    return steps.count - 1
  }

  private mutating func step(of shape: Shape) -> Step {
    switch shape.form {
    case .mapping(let mapping): return step(of: mapping)
    case .dictionary(let dictionary):
      return .dictionary(
        of: add(dictionary.values), keys: dictionary.keys.map { add($0) }, minimum: dictionary.minimum)
    case .list(let list):
      return .list(of: add(list.items), minimum: list.minimum, isUnique: list.isUnique)
    case .enumeration(let enumeration):
      let first = words.count
      for value in enumeration.values { add(value.text, step: 0) }
      return .enumeration(first..<words.count)
    case .text(let text):
      guard let pattern = text.pattern else {
        return .text(length: text.length, isSingleLine: text.isSingleLine)
      }
      return .pattern(add(pattern), length: text.length)
    case .boolean: return .boolean
    case .integer(let range): return .integer(range)
    case .constant(.integer(let number)): return .constant(number)
    case .constant: return .nothing
    case .choice(let choices):
      let own = choices.map { add($0) }
      alternatives += own
      return .choice(alternatives.count - own.count..<alternatives.count)
    case .anything: return .anything
    case .reference(let reference): return .reference(add(reference))
    }
  }

  private mutating func step(of mapping: Shape.Mapping) -> Step {
    guard mapping.keys.count <= UInt64.bitWidth else { return .nothing }
    let values = mapping.keys.map { add($0.shape) }
    let first = words.count
    var required: UInt64 = 0
    for (number, key) in mapping.keys.enumerated() {
      add(key.name, step: values[number])
      if key.isRequired { required |= 1 << UInt64(number) }
    }
    return .mapping(keys: first..<words.count, required: required)
  }

  private mutating func add(_ text: String, step: Int) {
    let start = letters.count
    letters.append(contentsOf: text.utf8)
    words.append(Word(start: start, count: letters.count - start, step: step))
  }

  private mutating func add(_ pattern: TextPattern) -> Int {
    patterns.append(PatternAutomaton(pattern))
    return patterns.count - 1
  }

  private mutating func add(_ reference: Shape.Reference) -> Int {
    if let known = references.firstIndex(where: { $0.shape.name == reference.name }) { return known }
    references.append((reference, nil))
    return references.count - 1
  }

  private mutating func step(ofReference number: Int) -> Int {
    if let step = references[number].step { return step }
    let step = add(references[number].shape.shape())
    references[number].step = step
    return step
  }
}

// MARK: - Nodes

extension ShapeMatcher {
  private mutating func matches(_ node: YAMLView, _ step: Int) -> Bool {
    switch steps[step] {
    case .mapping(let keys, let required): return matches(node, keys: keys, required)
    case .dictionary(let values, let pattern, let minimum):
      return matches(node, entries: values, keys: pattern, minimum)
    case .list(let items, let minimum, let isUnique):
      guard node.kind == .sequence, node.elements.count >= minimum else { return false }
      for element in node.elements where !matches(element, items) { return false }
      return !isUnique || Self.hasUniqueTexts(node)
    case .enumeration(let words):
      return word(node, among: words, first: words.lowerBound) != nil && node.isUndisputedText
    case .text(let length, let isSingleLine):
      return node.isUndisputedText
        && node.withText { text in
          Self.hasLength(text, length) && (!isSingleLine || !Self.hasLineBreak(text))
        } == true
    case .pattern(let pattern, let length):
      return node.isUndisputedText && matches(node, pattern: pattern, length: length)
    case .boolean: return node.isPlain && (node.textEquals("true") || node.textEquals("false"))
    case .integer(let range): return node.plainCount.map(range.contains) ?? false
    case .constant(let number): return node.plainCount == number && !node.isSeparatedInteger
    case .choice(let choices):
      for choice in choices where matches(node, alternatives[choice]) { return true }
      return false
    case .reference(let reference): return matches(node, self.step(ofReference: reference))
    case .anything: return true
    case .nothing: return false
    }
  }

  /// Keys mostly come in the order of the shape, so that the search for one begins behind the last.
  private mutating func matches(_ node: YAMLView, keys: Range<Int>, _ required: UInt64) -> Bool {
    guard node.kind == .mapping else { return false }
    var present: UInt64 = 0
    var next = keys.lowerBound
    for entry in node.entries {
      guard let key = word(entry.key, among: keys, first: next), matches(entry.value, words[key].step) else {
        return false
      }
      present |= 1 << UInt64(key - keys.lowerBound)
      next = key + 1
    }
    return present & required == required
  }

  /// The number of the word that a node is, in a search that begins with one of them.
  private func word(_ node: YAMLView, among range: Range<Int>, first: Int) -> Int? {
    letters.withUnsafeBufferPointer { letters in
      func isWord(_ number: Int) -> Bool {
        let word = words[number]
        return node.equals(UnsafeBufferPointer(rebasing: letters[word.start..<word.start + word.count]))
      }
      return (first..<range.upperBound).first(where: isWord)
        ?? (range.lowerBound..<first).first(where: isWord)
    }
  }

  private mutating func matches(_ node: YAMLView, entries values: Int, keys: Int?, _ minimum: Int) -> Bool {
    guard node.kind == .mapping, node.entries.count >= minimum else { return false }
    for entry in node.entries {
      if let keys, !matches(entry.key, pattern: keys, length: 0...Int.max) { return false }
      guard matches(entry.value, values) else { return false }
    }
    return true
  }

  private mutating func matches(_ node: YAMLView, pattern: Int, length: ClosedRange<Int>) -> Bool {
    node.withText { text in
      Self.hasLength(text, length) && patterns[pattern].matches(text)
    } ?? false
  }

  /// Every character has one byte that continues none.
  private static func hasLength(_ text: UnsafeBufferPointer<UInt8>, _ wanted: ClosedRange<Int>) -> Bool {
    if wanted.lowerBound <= 1, !text.isEmpty, text.count <= wanted.upperBound { return true }
    return wanted.contains(text.count { $0 & 0xC0 != 0x80 })
  }

  private static func hasLineBreak(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.contains { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
  }

  private static let mostCompared = 64

  private static func hasUniqueTexts(_ node: YAMLView) -> Bool {
    guard node.elements.count <= mostCompared else { return false }
    for (number, element) in node.elements.enumerated() {
      let isNew = !node.elements.prefix(number).contains { element.hasSameText(as: $0) }
      guard element.isUndisputedText, isNew else { return false }
    }
    return true
  }
}
