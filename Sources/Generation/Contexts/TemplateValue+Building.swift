import Templating

extension TemplateValue {
  /// A word of an enumeration: `value` holds it, and `is.WORD` is true for it and false for the others.
  static func enumeration(_ word: String?, of words: [String]) -> TemplateValue {
    guard let word else { return .null }
    let flags = TemplateObject(words.map { ($0, TemplateValue.bool($0 == word)) })
    return .object(["value": .string(word), "is": .object(flags)])
  }

  /// A list of objects.
  static func elements(_ objects: [TemplateObject]) -> TemplateValue {
    .list(objects.map(TemplateValue.object))
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
