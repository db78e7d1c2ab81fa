import DocumentSchema

/// The shape of a profile's contract.
enum ContractShape {
  static let shape = Shape.mapping([
    .optional("endpoint", endpoint, "Where the other system answers."),
    .optional(
      "event", .text(ContractPatterns.event, length: 4...43), "The platform event that the design publishes."),
    .optional(
      "systems", .list(of: system, minimum: 1), "Those that take part besides the one of the endpoint."),
    .optional("messages", .list(of: message, minimum: 1), "One for each object or operation that crosses."),
  ])

  private static let endpoint = Shape.mapping([
    .optional("base-url", .text(ContractPatterns.url, length: 1...255), "Without a slash at its end."),
    .optional(
      "named-credential", .text(ContractPatterns.developerName, length: 1...80),
      "The developer name of the Named Credential."),
  ])

  private static let system = Shape.mapping([
    .required("name", .text(ContractPatterns.kebab, length: 1...40), "Unique among the systems."),
    .required("base-url", .text(ContractPatterns.url, length: 1...255), "Without a slash at its end."),
  ])

  private static let message = Shape.mapping([
    .required("name", .text(ContractPatterns.kebab, length: 1...60), "Unique among the messages."),
    .required(
      "operation", words(Contract.Operation.allCases.map(\.rawValue)), "What is done on the other side."),
    .optional("path", .text(ContractPatterns.path, length: 1...255), "Below the base URL."),
    .optional(
      "system", .text(ContractPatterns.kebab, length: 1...40),
      "The one of `systems` that answers; without it the one of the endpoint."),
    .optional(
      "undoes", .text(ContractPatterns.kebab, length: 1...60), "The message whose effect it takes back."),
    .optional("salesforce-object", .text(ContractPatterns.object, length: 1...80), "An object's API name."),
    .optional(
      "external-entity", .text(ContractPatterns.external, length: 1...120), "Its name on the other side."),
    .optional(
      "external-id", .text(ContractPatterns.apiName, length: 1...80),
      "The field of the Salesforce object that makes writes repeatable."),
    .optional(
      "filter", .text(length: 1...1_000, singleLine: true),
      "Which records matter, as a filter expression of the event bus."),
    .optional("description", .text(length: 1...2_000)),
    .optional("fields", fields, "What is sent."),
    .optional("response", fields, "What comes back."),
    .optional("examples", .list(of: example), "Used in specifications and in tests."),
  ])

  private static let fields = Shape.list(of: .named("field") { Self.field }, minimum: 1)

  private static let field: Shape = .mapping([
    .optional(
      "salesforce", .text(ContractPatterns.fieldPath, length: 1...255),
      "A field's API name, or a path of relationships that ends in one."),
    .required("external", .text(ContractPatterns.external, length: 1...120), "Its name on the other side."),
    .required("type", words(Contract.FieldType.allCases.map(\.rawValue))),
    .optional("required", .boolean),
    .optional("max-length", .integer(1...131_072), "In characters."),
    .optional("precision", .integer(1...18), "Digits in all."),
    .optional("scale", .integer(0...17), "Digits behind the decimal point."),
    .optional("values", .list(of: .text(length: 1...255, singleLine: true), minimum: 1, unique: true)),
    .optional("master", words(Contract.Master.allCases.map(\.rawValue)), "Which side holds the truth."),
    .optional("pii", .boolean, "Whether it is personal data."),
    .optional("default", .anything),
    .optional("description", .text(length: 1...2_000)),
    .optional("fields", .list(of: .named("field") { Self.field }, minimum: 1), "The fields of an object."),
    .optional(
      "of",
      .choice(
        words(Contract.FieldType.allCases.map(\.rawValue)),
        .list(of: .named("field") { Self.field }, minimum: 1)),
      "The type, or the fields, of a list's elements."),
  ])

  private static let example = Shape.mapping([
    .optional("request", .dictionary(of: .anything)),
    .optional("response", .dictionary(of: .anything)),
  ])

  private static func words(_ words: [String]) -> Shape { words.asShape(.unknownProfileAnswer) }
}
