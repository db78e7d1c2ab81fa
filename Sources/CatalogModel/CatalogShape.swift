package import DocumentSchema
import JSONSyntax
import Requirements

/// The shapes of the files of a catalog.
package enum CatalogShape {
  /// The shape of a file by its path below the catalog's folder; `nil` where no such file belongs there.
  package static func shape(of path: String) -> Shape? {
    switch path {
    case "catalog.yaml": return about
    case "roles.yaml": return .dictionary(of: role, keys: kebab, minimum: 1)
    case "vocabulary.yaml": return vocabulary
    default: return entry(in: path.split(separator: "/").dropLast().joined(separator: "/"))
    }
  }

  private static func entry(in folder: String) -> Shape? {
    switch folder {
    case "anti-patterns": antiPattern
    case "constraints": constraint
    case "contradictions": contradiction
    case "derivations": derivation
    case "limits": limit
    case "patterns": candidate(roles: patternRole)
    case "practices": practice
    case "rules": rule
    case "scenarios": scenario
    case "sources": source
    case "technologies": technology
    case "topologies": candidate(roles: topologyRole)
    default: nil
    }
  }

  /// The shape of any file of a catalog; the JSON Schema defines each kind under the name of its folder or file.
  package static var anyFile: Shape {
    let files = CatalogCheck.topFiles.map { path in
      Shape.named(String(path.dropLast(".yaml".count))) { shape(of: path) ?? .anything }
    }
    let entries = CatalogCheck.folders.map { folder in Shape.named(folder) { entry(in: folder) ?? .anything }
    }
    return Shape(.choice(files + entries))
  }

  // MARK: Parts

  static let kebab = TextPattern("a kebab-case id", "^[a-z0-9]+(-[a-z0-9]+)*$")
  static let citation = TextPattern(
    "a citation: the id of a source, or id#section", "^[a-z0-9]+(-[a-z0-9]+)*(#[a-z0-9]+(-[a-z0-9]+)*)?$")

  static let id = Shape.text(kebab, length: 1...80)
  static let ids = Shape.list(of: id, unique: true)
  static let oneOrMoreIDs = Shape.choice(id, .list(of: id, minimum: 1, unique: true))
  static let title = Shape.text(length: 1...160, singleLine: true)
  static let prose = Shape.text(length: 1...4_000)
  static let citations = Shape.choice(.text(citation), .list(of: .text(citation), minimum: 1, unique: true))
  /// A condition; what is in it is read against the vocabulary.
  static let condition = Shape.dictionary(of: .anything)

  static func words(_ words: [String]) -> Shape { .enumeration(words.map { Shape.Enumeration.Value($0) }) }

  // MARK: Files at the top

  private static let about = Shape.mapping([
    .required("catalog", .constant(.integer(1))), .required("id", id), .required("title", title),
    .required("version", .text(TextPattern("a version such as 1.2.0", "^[0-9]+[.][0-9]+[.][0-9]+$"))),
    .optional("license", title), .optional("description", prose),
  ])

  private static let role = Shape.mapping([
    .required("title", title), .required("does", prose), .optional("flow", roleInFlow),
  ])

  private static let roleInFlow = Shape.mapping([
    .required("as", words(RoleInFlow.shapeWords)), .optional("label", title),
    .optional("asynchronous", .boolean),
    .optional("salesforce", words(RoleInFlow.SalesforceSide.allCases.map(\.rawValue))),
    .optional("pulls", .boolean), .optional("ends", .boolean), .optional("returns-when", id),
  ])

  private static let vocabulary = Shape.dictionary(
    of: .dictionary(of: requirement, keys: kebab, minimum: 1), keys: kebab, minimum: 1)

  private static let requirement = Shape.mapping([
    .required("type", words(Vocabulary.typeWords)), .required("asks", prose),
    .optional("values", .list(of: id, minimum: 1, unique: true)),
    .optional(
      "classes", .dictionary(of: .choice(.text(length: 1...20), .integer()), keys: kebab, minimum: 1)),
  ])

  // MARK: Entries

  private static let source = Shape.mapping([
    .required("id", id), .required("title", title), .required("publisher", title),
    .required("kind", words(Source.Kind.allCases.map(\.rawValue))),
    .required("url", .text(TextPattern("an address", "^https?://[^ ]+$"))),
    .optional("retrieved", .text(TextPattern("a day such as 2026-05-01", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))),
    .optional("edition", title), .optional("sections", .dictionary(of: title, keys: kebab, minimum: 1)),
    .optional("note", prose),
  ])

  private static let practice = Shape.mapping([
    .required("id", id), .required("title", title), .required("intent", prose), .required("how", prose),
    .required("source", citations), .optional("replaces", ids),
  ])

  private static let contradiction = Shape.mapping([
    .required("id", id), .required("title", title),
    .required("concerns", .list(of: id, minimum: 1, unique: true)),
    .required(
      "claims",
      .list(of: .mapping([.required("says", prose), .required("source", citations)]), minimum: 2)),
    .required("verdict", prose), .required("source", citations),
  ])

  private static let scenario = Shape.mapping([
    .required("id", id), .required("title", .text(length: 1...300)), .required("source", citations),
    .required("profile", .dictionary(of: .dictionary(of: .anything))),
    .required(
      "expect",
      .mapping([
        .required("pattern", id), .optional("also-acceptable", ids), .optional("technologies", ids),
        .optional("acceptable-technologies", ids), .optional("must-not", ids), .optional("practices", ids),
      ])),
    .required("confidence", words(["high", "medium", "low"])),
    .optional("inferred", .list(of: .text(length: 3...80, singleLine: true), unique: true)),
  ])
}
