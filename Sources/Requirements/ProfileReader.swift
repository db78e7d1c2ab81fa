import Diagnostics
package import YAMLSyntax

/// Reads a profile from a document whose shape was checked.
package struct ProfileReader: Sendable {
  private let vocabulary: Vocabulary
  private let sections: [(name: String, indices: [Int])]

  package init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    sections = vocabulary.sections
  }

  /// The profile of a document that `ProfileShape` accepts; what it does not accept reads as absent.
  ///
  /// - Parameter hasContract: whether the contract is wanted; its checks look at the document.
  package func read(_ tree: YAMLTree, hasContract: Bool = true) -> Profile {
    tree.root.withView { read($0, of: tree, hasContract) }
  }

  private func read(_ root: YAMLView, of tree: YAMLTree, _ hasContract: Bool) -> Profile {
    var answers = Answers(count: vocabulary.requirements.count)
    var places = AnswerPlaces(in: tree.file, count: vocabulary.requirements.count)
    for section in sections {
      guard let node = root[section.name] else { continue }
      for index in section.indices {
        guard let value = node[vocabulary.requirements[index].id.key] else { continue }
        answers[index] = vocabulary.requirements[index].readAnswer(value)
        places.note(value.range, of: index)
      }
    }
    return Profile(
      file: tree.file, id: text(root["id"]) ?? "", title: text(root["title"]) ?? "",
      owner: text(root["owner"]), description: text(root["description"]), answers: answers, places: places,
      contract: hasContract
        ? root["contract"].map { readContract($0, with: text(root["remote"]?["protocol"])) } : nil,
      contractPlace: root["contract"]?.location, decision: root["decision"].map(readDecision), document: tree)
  }

  private func readDecision(_ node: YAMLView) -> ArchitectsDecision {
    ArchitectsDecision(
      pattern: node["pattern"].flatMap(readChoice), topology: node["topology"].flatMap(readChoice),
      technologies: node["technologies"]?.elements.compactMap(readChoice) ?? [],
      because: text(node["because"]))
  }

  private func readChoice(_ node: YAMLView) -> ArchitectsDecision.Choice? {
    node.text.map { ArchitectsDecision.Choice(id: $0, location: node.location) }
  }

  /// A text without the line break that a block scalar ends in.
  func text(_ node: YAMLView?) -> String? {
    node?.withText { text in
      let end = text.last == UInt8(ascii: "\n") ? text.count - 1 : text.count
      return String(decoding: text[..<end], as: UTF8.self)
    }
  }
}
