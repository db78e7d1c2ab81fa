package import Requirements

/// The requirements that a design is read from, beyond what the catalog's data names.
extension RequirementID {
  package static let remoteName = RequirementID(section: "remote", key: "name")
  package static let dataFlow = RequirementID(section: "exchange", key: "data-flow")
  package static let direction = RequirementID(section: "exchange", key: "direction")
  package static let orchestration = RequirementID(section: "processing", key: "orchestration")
}

extension Vocabulary {
  /// The answer as it would be written in a profile; `nil` where it is unknown.
  package func text(of id: RequirementID, in answers: Answers) -> String? {
    guard let index = index(of: id), let answer = answers[index] else { return nil }
    return render(answer, of: index)
  }
}
