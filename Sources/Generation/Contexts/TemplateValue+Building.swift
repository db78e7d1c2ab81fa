import Templating

extension TemplateValue {
  /// A word of an enumeration: `value` holds it, and `is.WORD` is true for it and false for the others.
  static func enumeration(_ word: String?, of words: [String]) -> TemplateValue {
    guard let word else { return .null }
    let flags = TemplateObject(words.map { ($0, TemplateValue.bool($0 == word)) })
    return .object(["value": .string(word), "is": .object(flags)])
  }

  /// A list whose elements know their place in it; a number of their own is kept.
  static func elements(_ objects: consuming [TemplateObject]) -> TemplateValue {
    // In place: what nobody else holds is not copied.
    for index in objects.indices {
      objects[index]["first"] = .bool(index == 0)
      objects[index]["last"] = .bool(index == objects.count - 1)
      objects[index]["index"] = .integer(index)
      if objects[index]["number"] == nil { objects[index]["number"] = .integer(index + 1) }
    }
    return .list(objects.map(TemplateValue.object))
  }

  /// A list of words, each under `value`.
  static func words(_ words: [String]) -> TemplateValue {
    .elements(words.map { ["value": .string($0)] })
  }

  static func optional(_ number: Int?) -> TemplateValue { number.map(TemplateValue.integer) ?? .null }
}

extension TemplateObject {
  /// The spellings of a name.
  init(spelling: Spelling) {
    self = [
      "pascal": .string(spelling.pascal), "camel": .string(spelling.camel), "snake": .string(spelling.snake),
      "kebab": .string(spelling.kebab), "words": .string(spelling.words),
      "flat": .string(spelling.flat),
    ]
  }
}
