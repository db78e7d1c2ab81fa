package import Diagnostics
package import Requirements
package import YAMLSyntax

/// What `bascule.yaml` says: what all profiles of one repository share.
package struct WorkspaceFile: Sendable {
  /// The name of the file.
  package static let name = "bascule.yaml"

  package let document: YAMLTree
  package let title: String?
  /// Where profiles and designs are.
  package let outline: WorkspaceOutline
  package let org: SharedAnswers
  package let settings: WorkspaceSettings
  package let review: ReviewPolicy

  package init(
    document: YAMLTree, title: String?, outline: WorkspaceOutline, org: SharedAnswers,
    settings: WorkspaceSettings, review: ReviewPolicy
  ) {
    self.document = document
    self.title = title
    self.outline = outline
    self.org = org
    self.settings = settings
    self.review = review
  }

  /// The file itself.
  package var file: SourceFile { document.file }
}

/// A path of a workspace, below the folder of its file.
package struct WorkspacePath: Sendable, Hashable {
  /// As it is written, without a slash at its end.
  package let text: String
  package let location: SourceLocation

  package init(text: String, location: SourceLocation) {
    self.text = text
    self.location = location
  }
}

/// Answers that hold for every profile which does not state its own.
package struct SharedAnswers: Sendable {
  package let answers: Answers
  /// Where each answer stands, by the requirement's index.
  package let places: [Int: SourceLocation]
  /// What the org spends already of limits that all integrations draw on, by the id of the limit.
  package let baseline: [String: Int]

  package init(answers: Answers, places: [Int: SourceLocation], baseline: [String: Int]) {
    self.answers = answers
    self.places = places
    self.baseline = baseline
  }
}

extension Profile {
  /// The profile with the answers of its workspace where it states none of its own.
  package func sharing(_ shared: SharedAnswers) -> Profile {
    var (answers, places, inherited) = (answers, places, inherited)
    for index in 0..<shared.answers.count where answers[index] == nil {
      guard let answer = shared.answers[index] else { continue }
      answers[index] = answer
      places[index] = shared.places[index]
      inherited.insert(index)
    }
    return Profile(
      file: file, id: id, title: title, owner: owner, description: description, answers: answers,
      places: places, inherited: inherited, contract: contract, contractPlace: contractPlace,
      decision: decision, document: document)
  }
}
