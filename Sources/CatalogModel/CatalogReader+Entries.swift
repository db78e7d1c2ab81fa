import Diagnostics
import Requirements
import YAMLSyntax

extension CatalogReader {
  func readSource(_ entry: EntryReader) -> Source {
    Source(id: entry.text("id")) { entry }
  }

  func readPractice(_ entry: EntryReader) -> Practice {
    Practice(id: entry.text("id"), origin: entry.origin, words: Deferred { Practice.Words(entry) })
  }

  func readScenario(_ entry: EntryReader, into bag: inout DiagnosticBag) -> Scenario {
    let expect = entry.node["expect"].map(EntryReader.init)
    return Scenario(
      id: entry.text("id"), title: entry.text("title"), citations: entry.citations(),
      answers: readSections(entry.node["profile"], into: &bag),
      expected: Scenario.Expectation(
        pattern: expect?.text("pattern") ?? "", alsoAcceptable: expect?.texts("also-acceptable") ?? [],
        technologies: expect?.texts("technologies") ?? [],
        acceptableTechnologies: expect?.texts("acceptable-technologies") ?? [],
        mustNot: expect?.texts("must-not") ?? [], practices: expect?.texts("practices") ?? []),
      confidence: entry.text("confidence"),
      inferred: entry.texts("inferred").compactMap(RequirementID.init), origin: entry.origin)
  }

  /// Answers by section and key, as profiles hold them.
  private func readSections(_ node: YAMLNode?, into bag: inout DiagnosticBag) -> Answers {
    var answers = Answers(count: vocabulary.requirements.count)
    guard let node else { return answers }
    for section in node.entries {
      for entry in section.value.entries {
        let id = RequirementID(section: section.key.text ?? "", key: entry.key.text ?? "")
        guard let index = vocabulary.index(of: id) else {
          bag.add(
            Diagnostic(
              .unknownRequirement, "'\(id)' is no requirement of the vocabulary", at: entry.key.location))
          continue
        }
        answers[index] = conditions.readAnswer(entry.value, of: index, into: &bag)
      }
    }
    return answers
  }
}

extension Practice.Words {
  init(_ entry: EntryReader) {
    self.init(
      title: entry.text("title"), intent: entry.text("intent"), how: entry.text("how"),
      sources: Deferred { entry.citations() })
  }
}

extension Source.Words {
  init(_ entry: EntryReader) {
    self.init(
      title: entry.text("title"), publisher: entry.text("publisher"),
      kind: Source.Kind(rawValue: entry.text("kind")) ?? .community, url: entry.text("url"),
      edition: entry.optionalText("edition"), retrieved: entry.optionalText("retrieved"))
  }
}

extension Source {
  /// The titles of the sections of an entry, by anchor.
  static func sections(_ entry: EntryReader) -> [String: String] {
    let sections = entry.node["sections"]?.entries.compactMap { section -> (String, String)? in
      guard let anchor = section.key.text, let title = section.value.text else { return nil }
      return (anchor, title)
    }
    return Dictionary(sections ?? [], uniquingKeysWith: { first, _ in first })
  }

  static func title(ofSection anchor: String, _ entry: EntryReader) -> String? {
    entry.node["sections"]?[anchor]?.text
  }
}
