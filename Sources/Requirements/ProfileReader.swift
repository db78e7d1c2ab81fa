import Diagnostics
package import YAMLSyntax

/// Reads a profile from a document whose shape was checked.
package struct ProfileReader {
  private let vocabulary: Vocabulary

  package init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The profile of a document that `ProfileShape` accepts; what it does not accept reads as absent.
  ///
  /// - Parameter hasContract: whether the contract is wanted; its checks look at the document.
  package func read(_ tree: YAMLTree, hasContract: Bool = true) -> Profile {
    let root = tree.root
    var answers = Answers(count: vocabulary.requirements.count)
    var places: [Int: SourceLocation] = [:]
    for section in vocabulary.sections {
      guard let node = root[section.name] else { continue }
      for index in section.indices {
        guard let value = node[vocabulary[index].id.key] else { continue }
        answers[index] = vocabulary[index].readAnswer(value)
        places[index] = value.location
      }
    }
    return Profile(
      file: tree.file, id: text(root, "id") ?? "", title: text(root, "title") ?? "",
      owner: text(root, "owner"),
      description: text(root, "description"), answers: answers, places: places,
      contract: hasContract ? root["contract"].map(readContract) : nil,
      contractPlace: root["contract"]?.location,
      decision: root["decision"].map(readDecision), document: tree)
  }

  private func readDecision(_ node: YAMLNode) -> ArchitectsDecision {
    ArchitectsDecision(
      pattern: node["pattern"].flatMap(readChoice), topology: node["topology"].flatMap(readChoice),
      technologies: node["technologies"]?.elements.compactMap(readChoice) ?? [],
      because: text(node, "because"))
  }

  private func readChoice(_ node: YAMLNode) -> ArchitectsDecision.Choice? {
    node.text.map { ArchitectsDecision.Choice(id: $0, location: node.location) }
  }

  /// A text without the line break that a block scalar ends in.
  func text(_ node: YAMLNode, _ key: String) -> String? {
    guard let text = node[key]?.text else { return nil }
    return text.last == "\n" ? String(text.dropLast()) : text
  }
}
