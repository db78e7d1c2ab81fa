import Diagnostics
package import Requirements
package import YAMLSyntax

/// Reads a workspace file whose shape was checked; what is not as it should be reads as absent.
package struct WorkspaceReader {
  private let vocabulary: Vocabulary

  package init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  package func read(_ tree: YAMLTree) -> WorkspaceFile {
    let root = tree.root
    return WorkspaceFile(
      document: tree, title: root["title"]?.text, outline: WorkspaceOutline(tree), org: readOrg(root["org"]),
      settings: readSettings(root["generation"]), review: readReview(root["review"]))
  }

  private func readOrg(_ node: YAMLNode?) -> SharedAnswers {
    var answers = Answers(count: vocabulary.requirements.count)
    var places: [Int: SourceLocation] = [:]
    let indices = vocabulary.sections.first { $0.name == WorkspaceShape.sharedSection }?.indices ?? []
    for index in indices {
      guard let value = node?[vocabulary[index].id.key] else { continue }
      answers[index] = vocabulary[index].readAnswer(value)
      places[index] = value.location
    }
    let baseline = node?["baseline"]?.entries.compactMap { entry -> (String, Int)? in
      guard let id = entry.key.text, let amount = entry.value.text.flatMap({ Quantity.parseCount($0) })
      else { return nil }
      return (id, amount)
    }
    return SharedAnswers(
      answers: answers, places: places,
      baseline: Dictionary(baseline ?? [], uniquingKeysWith: { first, _ in first }))
  }

  private func readSettings(_ node: YAMLNode?) -> WorkspaceSettings {
    let own = WorkspaceSettings()
    func text(_ key: String) -> String? { node?[key]?.text }
    return WorkspaceSettings(
      apiVersion: text("api-version").map(Self.apiVersion) ?? own.apiVersion,
      namespace: text("namespace") ?? own.namespace, classPrefix: text("class-prefix") ?? own.classPrefix,
      packageDirectory: node?["package-directory"].flatMap(WorkspaceOutline.path)?.text
        ?? own.packageDirectory,
      mavenGroup: text("maven-group") ?? own.mavenGroup, muleRuntime: text("mule-runtime") ?? own.muleRuntime,
      javaVersion: text("java-version") ?? own.javaVersion)
  }

  /// Written as `67`, `67.0` or `"67.0"`.
  private static func apiVersion(_ text: String) -> String { text.hasSuffix(".0") ? text : text + ".0" }

  private func readReview(_ node: YAMLNode?) -> ReviewPolicy {
    let weights = node?["severities"]?.entries.compactMap { entry -> ReviewPolicy.Weight? in
      guard let rule = entry.key.text,
        let severity = entry.value.text.flatMap(ReviewPolicy.Severity.init(rawValue:))
      else { return nil }
      return ReviewPolicy.Weight(rule: rule, severity: severity, location: entry.key.location)
    }
    return ReviewPolicy(
      failOn: node?["fail-on"]?.text.flatMap(ReviewPolicy.Threshold.init(rawValue:)),
      weights: (weights ?? []).sorted { $0.rule < $1.rule },
      accepted: node?["accepted"]?.elements.compactMap(readAcceptance) ?? [])
  }

  private func readAcceptance(_ node: YAMLNode) -> ReviewPolicy.Acceptance? {
    guard let rule = node["rule"]?.text, let until = node["until"]?.text.flatMap({ Day($0) }) else {
      return nil
    }
    let because = node["because"]?.text ?? ""
    return ReviewPolicy.Acceptance(
      rule: rule, profile: node["profile"]?.text, subject: node["subject"]?.text,
      because: because.last == "\n" ? String(because.dropLast()) : because, until: until,
      by: node["by"]?.text, location: node.location)
  }
}
