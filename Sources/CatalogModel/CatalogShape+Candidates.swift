import DocumentSchema

extension CatalogShape {
  private static let remarks = Shape.list(
    of: .mapping([.required("says", prose), .required("source", citations)]), minimum: 1)

  private static let practices = Shape.list(
    of: .mapping([.required("id", id), .required("because", prose), .required("source", citations)]),
    minimum: 1)

  private static let common: [Shape.Key] = [
    .required("id", id), .required("title", title), .required("order", .integer(1...60_000)),
    .required("intent", prose), .required("best-when", remarks), .required("wrong-when", remarks),
    .optional("practices", practices), .required("source", citations), .optional("replaces", ids),
  ]

  static func candidate(roles role: Shape) -> Shape {
    .mapping(common + [.optional("roles", .list(of: role, minimum: 1))])
  }

  private static let fit = words(Fit.allCases.map(\.word))

  private static let rated = Shape.list(
    of: .mapping([
      .required("id", id), .required("fit", fit),
      .optional("ratings", .dictionary(of: fit, keys: kebab, minimum: 1)),
      .optional("because", prose), .required("source", citations),
    ]), minimum: 1)

  private static let commonOfRoles: [Shape.Key] = [
    .required("role", id), .optional("when", condition), .optional("after", oneOrMoreIDs),
    .optional("optional", .boolean), .optional("candidates", rated),
  ]

  static let topologyRole = Shape.mapping(commonOfRoles)
  static let patternRole = Shape.mapping(commonOfRoles + [.optional("from", words(["topology"]))])

  static let technology = Shape.mapping(
    common + [
      .required("status", words(TechnologyFacts.Status.allCases.map(\.word))),
      .optional("status-source", citations),
      .required(
        "license",
        .mapping([.required("needs", ids), .optional("note", prose), .optional("source", citations)])),
      .required(
        "directions", wordList(["into-salesforce", "out-of-salesforce", "cross-org", "view", "internal"])),
      .required("timing", wordList(["synchronous", "asynchronous"])),
      .required("initiated-by", wordList(["salesforce", "external"])), .optional("limits", ids),
      .optional("aside", prose),
    ])

  private static func wordList(_ words: [String]) -> Shape { .list(of: Self.words(words), unique: true) }
}
