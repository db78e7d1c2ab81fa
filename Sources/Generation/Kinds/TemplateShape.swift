package import DocumentSchema

/// The shapes of the YAML files below the templates' folder.
package enum TemplateShape {
  /// The shape of a file by its path below the folder; `nil` where no YAML file belongs there.
  package static func shape(of path: String) -> Shape? {
    let parts = path.split(separator: "/")
    switch (parts.count, parts.first, parts.last) {
    case (1, "names.yaml", _): return names
    case (1, "metadata.yaml", _): return metadata
    case (1, "lists.yaml", _): return lists
    case (1, "compound-fields.yaml", _): return compounds
    case (2, "languages", let file?) where file.hasSuffix(".yaml"): return language
    case (2, _, "kind.yaml"): return kind
    default: return nil
    }
  }

  private static let kebab = TextPattern("a kebab-case id", "^[a-z0-9]+(-[a-z0-9]+)*$")
  private static let citation = TextPattern(
    "a citation: the id of a source, or id#section", "^[a-z0-9]+(-[a-z0-9]+)*(#[a-z0-9]+(-[a-z0-9]+)*)?$")
  private static let id = Shape.text(kebab, length: 1...80)
  private static let line = Shape.text(length: 1...200, singleLine: true)
  private static let ids = Shape.list(of: id, minimum: 1, unique: true)

  private static func words(_ words: [String]) -> Shape {
    .enumeration(words.map { Shape.Enumeration.Value($0) })
  }
  private static func oneOrMore(_ shape: Shape) -> Shape {
    .choice(shape, .list(of: shape, minimum: 1, unique: true))
  }

  private static let kind = Shape.mapping([
    .required("id", id), .required("title", line),
    .optional("when", .list(of: alternative, minimum: 1)),
    .optional("unless", .list(of: alternative, minimum: 1)),
    .optional("required-when", .list(of: alternative, minimum: 1)),
    .optional("for-each", words(NameRule.Scope.allCases.map(\.rawValue))),
    .optional(
      "needs", .list(of: words(ContractPart.allCases.map { "contract." + $0.rawValue }), unique: true)),
    .optional(
      "refuses", .list(of: words(ContractRefusal.allCases.map(\.rawValue)), minimum: 1, unique: true)),
    .optional("serves", ids),
    .optional("accepts", .dictionary(of: .anything, minimum: 1)),
    .optional("along-with", ids),
    .required("files", .list(of: file, minimum: 1)),
    .optional("source", oneOrMore(.text(citation))),
  ])

  private static let alternative = Shape.mapping([
    .optional("technologies", ids), .optional("besides", ids), .optional("practices", ids),
    .optional("patterns", ids), .optional("topologies", ids),
    .optional("profile", .dictionary(of: .anything, minimum: 1)),
    .optional(
      "contract", .list(of: words(ContractCondition.allCases.map(\.rawValue)), minimum: 1, unique: true)),
  ])

  private static let file = Shape.mapping([
    .required("path", line), .required("template", line),
    .required("language", words(TargetLanguage.allCases.map(\.rawValue))),
    .required("ownership", words(Ownership.generated.map(\.rawValue))),
    .optional("executable", .boolean),
    .optional("renamed-from", oneOrMore(line)), .optional("seal", line),
    .optional("since", .integer(61...99)), .optional("max-characters", .integer(1...100_000_000)),
    .optional("each", .text(TextPattern("a dotted name", "^[a-z0-9-]+([.][a-z0-9-]+)*$"))),
  ])

  private static let names = Shape.dictionary(
    of: .mapping([
      .required("of", words(NameRule.Scope.allCases.map(\.rawValue))), .required("stem", line),
      .optional("prefix", .text(length: 0...80, singleLine: true)), .optional("suffix", line),
      .required("rules", words(NameStyle.allCases.map(\.rawValue))),
    ]), keys: kebab)

  private static let metadata = Shape.dictionary(
    of: .mapping([
      .required(
        "path",
        .text(
          TextPattern(
            "the end of a path such as classes/NAME.cls",
            "^[A-Za-z]+/(NAME/|NAME/NAME[.][A-Za-z]+|OBJECT/[A-Za-z]+/NAME[.][A-Za-z]+|[A-Za-z]+[.][A-Za-z]+)$"
          ))
      ), .optional("elements", .text(typeName)), .optional("part-of", .text(typeName)),
      .optional("defined-on", .dictionary(of: .text(objectName), keys: objectName, minimum: 1)),
    ]), keys: typeName)
  private static let typeName = TextPattern("a name such as ApexClass", "^[A-Za-z][A-Za-z0-9]*$")

  private static let lists = Shape.dictionary(
    of: .mapping([
      .required("items", items(with: .optional("items", items()))), .required("source", oneOrMore(line)),
    ]),
    keys: TextPattern(
      "names of elements such as PermissionSet or project/dependencies", "^[A-Za-z][^/ ]*(/[A-Za-z][^/ ]*)*$")
  )
  private static func items(with keys: Shape.Key...) -> Shape {
    .dictionary(
      of: .mapping([.optional("told-apart-by", names(of: element))] + keys), keys: element, minimum: 1)
  }
  private static let element = TextPattern("a name of an element", "^[A-Za-z_][A-Za-z0-9._-]*$")

  private static let compounds = Shape.dictionary(
    of: .mapping([
      .required("parts", names(of: typeName)),
      .required("fields", .dictionary(of: .text(compoundParts), keys: compoundField, minimum: 1)),
      .optional("objects", names(of: objectName)), .required("source", oneOrMore(line)),
    ]), keys: typeName)
  private static let compoundField = TextPattern(
    "a field such as BillingAddress or NAME__c", "^[A-Za-z][A-Za-z0-9_]*$")
  private static let compoundParts = TextPattern(
    "the parts of a field, such as BillingPART or NAME__PART__s", "^(NAME)?[A-Za-z0-9_]*PART[A-Za-z0-9_]*$")
  private static let objectName = TextPattern("an object such as Contact", "^[A-Za-z][A-Za-z0-9_]*$")
  private static func names(of pattern: TextPattern) -> Shape {
    .list(of: .text(pattern), minimum: 1, unique: true)
  }

  private static let language = Shape.mapping([
    .required("id", id), .required("reserved-words", .list(of: line, minimum: 1, unique: true)),
    .optional("source", line),
  ])
}

extension Ownership {
  /// What a kind may ask for; `kept` is the team's own choice.
  static let generated: [Ownership] = [.managed, .merged, .seeded, .sealed]
}
