package import Diagnostics
package import DocumentSchema
import JSONSyntax

extension DiagnosticID {
  package static let unknownProfileKey: DiagnosticID = "profile/unknown-key"
  package static let unknownProfileRequirement: DiagnosticID = "profile/unknown-requirement"
  package static let unknownProfileAnswer: DiagnosticID = "profile/unknown-answer"
  package static let unknownProfileCandidate: DiagnosticID = "profile/unknown-candidate"
  package static let missingProfileKey: DiagnosticID = "profile/missing-key"
}

/// The shape of a profile, made from the vocabulary and the ids that architects may decide for.
package struct ProfileShape: Sendable {
  private let vocabulary: Vocabulary
  private let patterns: [String]
  private let topologies: [String]
  private let technologies: [String]

  package init(vocabulary: Vocabulary, patterns: [String], topologies: [String], technologies: [String]) {
    self.vocabulary = vocabulary
    self.patterns = patterns
    self.topologies = topologies
    self.technologies = technologies
  }

  package var shape: Shape {
    let sections = vocabulary.sections.map { section in
      Shape.Key.optional(
        section.name, .mapping(self.keys(section.indices), unknownKey: .unknownProfileRequirement))
    }
    let keys: [Shape.Key] = [
      .required("profile", .constant(.integer(1)), "The version of the format.", missing: .missingProfileKey),
      .required(
        "id", .text(ContractPatterns.kebab, length: 1...80),
        "The name from which the names of everything generated derive.", missing: .missingProfileKey),
      .required(
        "title", .text(length: 1...200, singleLine: true), "One line for people.", missing: .missingProfileKey
      ),
      .optional("owner", .text(length: 1...80, singleLine: true), "Who answers for the integration."),
      .optional("description", .text(length: 1...4_000), "What it is for."),
    ]
    // Under names, so that they are only made for profiles that have them.
    let decision = Shape.Key.optional(
      "decision", .named("decision") { self.decision }, "What the architects decided.")
    let contract = Shape.Key.optional(
      "contract", .named("contract") { ContractShape.shape }, "What crosses the border.")
    return .mapping(keys + sections + [contract, decision], unknownKey: .unknownProfileKey)
  }

  /// The keys of one section, as profiles state them.
  package func keys(of section: String) -> [Shape.Key] {
    keys(vocabulary.sections.first { $0.name == section }?.indices ?? [])
  }

  private func keys(_ indices: [Int]) -> [Shape.Key] {
    indices.map { index in
      let requirement = vocabulary[index]
      return Shape.Key.optional(requirement.id.key, shape(of: requirement), requirement.asks)
    }
  }

  private func shape(of requirement: Requirement) -> Shape {
    switch requirement.type {
    case .enumeration(let words): return words.asShape(.unknownProfileAnswer)
    case .list(let words): return .list(of: words.asShape(.unknownProfileAnswer), unique: true)
    case .boolean: return .boolean
    case .count: return .integer(0...Quantity.maximum)
    case .size: return .text(Self.size)
    case .text: return .text(length: 1...120, singleLine: true)
    case .duration(let classes):
      guard !classes.isEmpty else { return .choice(.text(Self.duration), Self.seconds) }
      return .choice(
        classes.map(\.name).asShape(.unknownProfileAnswer), .text(Self.duration), Self.seconds)
    }
  }

  private static let duration = TextPattern(
    "a duration such as 8s, 15m or 3d", "^[0-9](_?[0-9]){0,8}(ms|s|m|h|d|w)$")
  private static let seconds = Shape.integer(0...Quantity.maximum).documented(
    title: "a whole number of seconds")
  private static let size = TextPattern("a size such as 4KB or 2MB", "^[0-9](_?[0-9]){0,8}(B|KB|MB|GB)$")

  private var decision: Shape {
    let because = Shape.text(length: 1...2_000)
    return .mapping([
      .optional("pattern", patterns.asShape(.unknownProfileCandidate), "A pattern of the catalog."),
      .optional("topology", topologies.asShape(.unknownProfileCandidate), "A topology of the catalog."),
      .optional(
        "technologies", .list(of: technologies.asShape(.unknownProfileCandidate), unique: true),
        "Technologies of the catalog, in the order in which the data meets them."),
      .optional("because", because, "Why."),
    ])
  }
}

extension [String] {
  /// One of these words.
  func asShape(_ unknown: DiagnosticID) -> Shape {
    .enumeration(map { Shape.Enumeration.Value($0) }, unknownValue: unknown)
  }
}
