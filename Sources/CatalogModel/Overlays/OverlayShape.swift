package import Diagnostics
package import DocumentSchema
import JSONSyntax

extension DiagnosticID {
  package static let missingOverlayKey: DiagnosticID = "overlay/missing-key"
  package static let missingDigest: DiagnosticID = "overlay/missing-digest"
}

/// The shapes of the files of an overlay.
package enum OverlayShape {
  /// The file that says whose overlay it is.
  package static let aboutFile = "overlay.yaml"

  static let about = Shape.mapping([
    .required("overlay", .constant(.integer(1)), "The version of the format."),
    .required("id", CatalogShape.id, "The name of the overlay."),
    .required("title", CatalogShape.title, "One line for people."),
    .optional("description", CatalogShape.prose, "What it is for."),
  ])

  /// The shape of a file of a folder that does this; `nil` where entries of the folder cannot be changed so.
  static func shape(of action: OverlayFile.Action, in folder: String) -> Shape? {
    switch action {
    case .add: return CatalogShape.shape(of: folder + "/entry.yaml")
    case .override: return overriding(CatalogShape.shape(of: folder + "/entry.yaml"))
    case .adjust: return adjustments(in: folder).map { change(.adjust, $0) }
    case .disable: return disabled.contains(folder) ? change(.disable, []) : nil
    case .ban: return banned.contains(folder) ? change(.ban, []) : nil
    }
  }

  /// The shape of any file of an overlay; the JSON Schema defines each kind by its folder and what it does.
  package static var anyFile: Shape {
    let entries = CatalogCheck.folders.flatMap { folder in
      OverlayFile.Action.allCases.compactMap { action in
        shape(of: action, in: folder).map { shape in
          Shape.named(action == .add ? folder : "\(folder)-\(action.key)") { shape }
        }
      }
    }
    return Shape(.choice([.named("overlay") { about }] + entries))
  }

  /// What may be left out of a catalog; candidates are banned instead, so that a decision can say why.
  static let disabled = [
    "anti-patterns", "constraints", "derivations", "limits", "practices", "rules", "scenarios",
  ]
  static let banned = CandidateKind.allCases.map(\.folder)

  // MARK: Keys

  private static func change(_ action: OverlayFile.Action, _ keys: [Shape.Key]) -> Shape {
    .mapping(
      [.required(action.key, CatalogShape.id, "The id of the entry that is changed."), against]
        + [
          .required("because", CatalogShape.prose, "Why.", missing: .missingOverlayKey),
          .optional("source", CatalogShape.citations, "Where the reason stands."),
        ] + keys)
  }

  private static func overriding(_ entry: Shape?) -> Shape? {
    guard let entry, case .mapping(let mapping) = entry.form else { return nil }
    let overrides = Shape.Key.required("overrides", CatalogShape.id, "The id of the entry that is replaced.")
    return .mapping([overrides, against] + mapping.keys, unknownKey: mapping.unknownKey)
  }

  private static let against = Shape.Key.required(
    "against",
    .text(
      TextPattern("the digest of an entry, such as sha256:0123456789abcdef", "^sha256:[0-9a-f]{16,64}$")),
    "The digest of the entry that the change was written against; 'bascule catalog show' prints it.",
    missing: .missingDigest)

  private static func adjustments(in folder: String) -> [Shape.Key]? {
    switch folder {
    case "rules": rule
    case "patterns", "topologies": candidate + fits
    case "technologies": candidate + technology
    case "limits": limit
    default: nil
    }
  }

  private static let rule: [Shape.Key] = [
    .required(
      "points", .dictionary(of: .integer(1...100), keys: CatalogShape.kebab, minimum: 1),
      "The points that the rule gives or takes, by candidate.", missing: .missingOverlayKey)
  ]
  private static let candidate: [Shape.Key] = [
    .optional("order", .integer(1...60_000), "Where it stands in a tie, the smaller first.")
  ]
  private static let fits: [Shape.Key] = [
    .optional(
      "fits",
      .dictionary(
        of: .dictionary(
          of: CatalogShape.words(Fit.allCases.map(\.word)), keys: CatalogShape.kebab, minimum: 1),
        keys: CatalogShape.kebab, minimum: 1),
      "How well technologies serve its parts, by role and technology.")
  ]
  private static let technology: [Shape.Key] = [
    .optional(
      "status", CatalogShape.words(TechnologyFacts.Status.allCases.map(\.word)), "What is planned for it.")
  ]
  private static let limit: [Shape.Key] = [
    .optional(
      "allowance", .dictionary(of: CatalogShape.expression, keys: CatalogShape.kebab, minimum: 1),
      "How much there is, by edition."),
    .optional("tight-from", .anything, "The share of the allowance from which it is tight, such as 0.7."),
    .optional("severity", CatalogShape.words(["hard", "soft", "add-on-available"])),
    .optional("confidence", CatalogShape.words(["high", "medium", "low"])),
  ]
}
