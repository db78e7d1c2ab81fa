import Requirements

/// A small vocabulary with a requirement of every type, and answers by name.
enum QuantityVocabulary {
  static let vocabulary = Vocabulary(requirements: [
    requirement("volume", "events-per-day", .count),
    requirement("volume", "records-per-run", .count),
    requirement("volume", "payload", .size),
    requirement("remote", "response-time", .duration(classes: [])),
    requirement(
      "latency", "within",
      .duration(classes: [
        DurationClass(name: "immediate", bound: 5_000),
        DurationClass(name: "one-off", bound: Quantity.unbounded),
      ])),
    requirement("landscape", "consumers", .count),
    requirement("licensing", "edition", .enumeration(["developer", "enterprise"])),
  ])

  private static func requirement(_ section: String, _ key: String, _ type: RequirementType) -> Requirement {
    Requirement(id: RequirementID(section: section, key: key), type: type, asks: key)
  }

  static func index(_ name: String) throws -> Int {
    struct Unknown: Error {}
    guard let index = RequirementID(name).flatMap(vocabulary.index) else { throw Unknown() }
    return index
  }

  static func answers(_ values: [String: Int]) throws -> Answers {
    var answers = Answers(count: vocabulary.requirements.count)
    for (name, value) in values { answers[try index(name)] = .quantity(value) }
    return answers
  }

  static func parse(_ text: String) throws(QuantityExpressionFault) -> QuantityExpression {
    try QuantityExpression.parse(text, vocabulary: vocabulary)
  }
}
