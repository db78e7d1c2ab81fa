import DocumentSchema

extension CatalogShape {
  private static let points = Shape.integer(1...100)

  private static let effect = Shape.choice(
    .mapping([.required("exclude", oneOrMoreIDs)]),
    .mapping([.required("require", oneOrMoreIDs)]),
    .mapping([.required("prefer", oneOrMoreIDs), .required("points", points)]),
    .mapping([.required("avoid", oneOrMoreIDs), .required("points", points)]),
    .mapping([.required("oblige", id), .optional("on", oneOrMoreIDs)]),
    .mapping([.required("warn", prose), .optional("on", oneOrMoreIDs)]))

  private static let examples = Shape.list(
    of: .mapping([.required("given", condition), .required("expect", words(["fires", "rests", "unknown"]))]),
    minimum: 1)

  static let rule = Shape.mapping([
    .required("id", id), .required("title", title), .required("when", condition),
    .required("then", .list(of: effect, minimum: 1)), .required("because", prose),
    .required("source", citations),
    .required("examples", examples), .optional("replaces", ids),
  ])

  static let antiPattern = Shape.mapping([
    .required("id", id), .required("title", title), .required("when", condition),
    .optional("recommended", oneOrMoreIDs), .required("because", prose), .required("instead", prose),
    .required("source", citations), .required("examples", examples), .optional("replaces", ids),
  ])

  static let constraint = Shape.mapping([
    .required("id", id), .required("never", condition), .required("because", prose),
    .required("source", citations),
    .optional("title", title),
  ])

  static let derivation = Shape.mapping([
    .required("id", id), .optional("title", title),
    .required("derives", .text(length: 3...80, singleLine: true)),
    .required(
      "rows", .list(of: .mapping([.required("when", condition), .required("gives", .anything)]), minimum: 1)),
    .required("because", prose), .required("source", citations),
    .required(
      "examples",
      .list(of: .mapping([.required("given", condition), .required("expect", .anything)]), minimum: 1)),
  ])

  static let expression = Shape.choice(.integer(), .text(length: 1...400))

  static let limit = Shape.mapping([
    .required("id", id), .required("title", title), .required("group", title), .required("unit", title),
    .optional("period", title), .required("scope", title), .optional("shared", .boolean),
    .optional("when", condition), .optional("at-least", condition),
    .optional(
      "demand",
      .list(
        of: .mapping([
          .required("for", oneOrMoreIDs), .optional("when", condition),
          .optional("unless-beside", oneOrMoreIDs), .required("is", expression), .required("because", prose),
        ]),
        minimum: 1)),
    .optional(
      "binds",
      .list(of: .mapping([.required("for", oneOrMoreIDs), .required("because", prose)]), minimum: 1)),
    .required("allowance", .dictionary(of: expression, keys: kebab, minimum: 1)),
    .optional(
      "add-on",
      .mapping([
        .required("title", title), .optional("owned", id), .optional("adds", expression),
        .optional("repeatable", .boolean), .required("source", citations),
      ])),
    .required("severity", words(["hard", "soft", "add-on-available"])),
    .required("confidence", words(["high", "medium", "low"])), .optional("tight-from", .anything),
    .optional("reads", title), .required("because", prose), .required("source", citations),
  ])
}
