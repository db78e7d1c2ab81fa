package import Diagnostics
package import DocumentSchema
import JSONSyntax
package import Requirements

extension DiagnosticID {
  package static let unknownWorkspaceKey: DiagnosticID = "workspace/unknown-key"
  package static let missingWorkspaceKey: DiagnosticID = "workspace/missing-key"
}

/// The shape of `bascule.yaml`.
package struct WorkspaceShape: Sendable {
  private let profiles: ProfileShape

  /// - Parameter profiles: the shape of the profiles that share the workspace.
  package init(_ profiles: ProfileShape) { self.profiles = profiles }

  package var shape: Shape {
    mapping([
      .required(
        "workspace", .constant(.integer(1)), "The version of the format.", missing: .missingWorkspaceKey),
      .optional("title", Self.line, "One line for people."),
      .optional(
        "profiles", .list(of: Self.path, minimum: 1, unique: true),
        "The folders that hold the profiles; commands that are given no path read these."),
      .optional("designs", Self.path, "The folder that designs are generated into, a folder for each."),
      .optional(
        "overlays", .list(of: Self.path, minimum: 1, unique: true),
        "The folders whose files change the catalog for the profiles of the workspace."),
      .optional("org", org, "What profiles need not say about the org; what one states itself goes before."),
      .optional("generation", Self.generation, "How what is generated is named and versioned."),
      .optional("review", Self.review, "How a review of changes is judged."),
    ])
  }

  // MARK: Sections

  private var org: Shape {
    let baseline = Shape.Key.optional(
      "baseline", .dictionary(of: .integer(0...Quantity.maximum), keys: Self.kebab),
      "What the org spends already of limits that all its integrations draw on, by the limit's id.")
    return mapping(profiles.keys(of: Self.sharedSection) + [baseline])
  }

  /// The section of profiles whose answers an org has as a whole.
  static let sharedSection = "licensing"

  /// What is generated needs Apex and metadata of this version.
  private static let apiVersion = TextPattern("an API version from 60.0", "^([6-9][0-9])[.]0$")

  private static let generation = mapping([
    .optional(
      "api-version", .choice(.integer(60...99), .text(apiVersion)),
      "The version of the Salesforce API, such as 67.0."),
    .optional("namespace", .text(prefix, length: 1...15), "The namespace of the Salesforce package."),
    .optional("class-prefix", .text(prefixOfClass, length: 1...15), "Begins the names of Apex classes."),
    .optional("package-directory", path, "The folder of Salesforce metadata in a generated project."),
    .optional(
      "maven-group",
      .text(
        TextPattern(
          "a Maven group such as com.example", "^[A-Za-z_][A-Za-z0-9_-]*([.][A-Za-z_][A-Za-z0-9_-]*)*$"),
        length: 1...200), "The group of Maven artifacts."),
    .optional(
      "mule-runtime", .text(TextPattern("a Mule runtime such as 4.9.16", "^4[.][0-9]{1,3}[.][0-9]{1,3}$")),
      "The Mule runtime that applications are built for."),
    .optional("java-version", .integer(8...99), "The version of Java that Mule applications run on."),
  ])

  private static let review = mapping([
    .optional("fail-on", words(ReviewPolicy.Threshold.allCases.map(\.rawValue)), "What makes a review fail."),
    .optional(
      "severities",
      .dictionary(of: words(ReviewPolicy.Severity.allCases.map(\.rawValue)), keys: rule),
      "What the findings of a rule weigh, by the rule's id."),
    .optional("accepted", .list(of: acceptance), "Findings that somebody took responsibility for."),
  ])

  private static let acceptance = mapping([
    .required("rule", .text(rule), "The id of the rule that finds it.", missing: .missingWorkspaceKey),
    .optional("profile", .text(kebab, length: 1...80), "The profile that it is found in; any without it."),
    .optional("subject", .text(length: 1...400, singleLine: true), "What it is about; anything without it."),
    .required("because", .text(length: 1...2_000), "Why it is accepted.", missing: .missingWorkspaceKey),
    .required(
      "until", .text(TextPattern("a day such as 2026-12-31", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")),
      "The last day on which it is accepted.", missing: .missingWorkspaceKey),
    .optional("by", line, "Who accepted it."),
  ])

  // MARK: Parts

  private static let line = Shape.text(length: 1...200, singleLine: true)

  static let pathPattern = TextPattern(
    "a path below the folder of the workspace file",
    "^([^./][^/]*|[.]|[.][^./][^/]*|[.][.][^/]+)(/([^./][^/]*|[.][^./][^/]*|[.][.][^/]+))*/?$")
  private static let path = Shape.text(pathPattern, length: 1...400)

  private static let kebab = TextPattern("a kebab-case id", "^[a-z0-9]+(-[a-z0-9]+)*$")
  private static let rule = TextPattern(
    "the id of a rule such as contract/field-removed", "^[a-z0-9]+([/-][a-z0-9]+)*$")
  private static let prefix = TextPattern(
    "letters, digits and single underscores", "^[A-Za-z](_?[A-Za-z0-9])*$")
  private static let prefixOfClass = TextPattern(
    "letters, digits and single underscores", "^[A-Za-z](_?[A-Za-z0-9])*_?$")

  private static func words(_ words: [String]) -> Shape {
    .enumeration(words.map { Shape.Enumeration.Value($0) })
  }

  private static func mapping(_ keys: [Shape.Key]) -> Shape {
    .mapping(keys, unknownKey: .unknownWorkspaceKey)
  }

  private func mapping(_ keys: [Shape.Key]) -> Shape { Self.mapping(keys) }
}
