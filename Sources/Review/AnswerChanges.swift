import CatalogModel
import DecisionEngine
import Requirements

/// What two states of a profile answer differently, whatever their vocabularies are.
struct AnswerChanges {
  private let base: ReviewedDesign
  private let revision: ReviewedDesign
  private let baseVocabulary: Vocabulary
  private let revisionVocabulary: Vocabulary

  init(_ base: ReviewedDesign, _ revision: ReviewedDesign) {
    self.base = base
    self.revision = revision
    baseVocabulary = base.table.catalog.vocabulary
    revisionVocabulary = revision.table.catalog.vocabulary
  }

  /// What is stated differently, in the order of the vocabulary.
  var stated: [AnswerChange] {
    let names = revisionVocabulary.requirements.map(\.id.description)
    let gone = baseVocabulary.requirements.map(\.id.description).filter {
      revisionVocabulary.index(named: $0) == nil
    }
    return (names + gone).compactMap(change)
  }

  /// How a requirement is stated differently; `nil` where it is not.
  func change(of name: String) -> AnswerChange? {
    let before = text(of: name, base.profile.answers, baseVocabulary)
    let after = text(of: name, revision.profile.answers, revisionVocabulary)
    guard before != after else { return nil }
    return AnswerChange(
      requirement: name, before: before, after: after,
      base: baseVocabulary.index(named: name).flatMap { base.profile.places[$0] },
      revision: revisionVocabulary.index(named: name).flatMap { revision.profile.places[$0] })
  }

  /// The answer of the revision, derived where it is not stated.
  func text(of name: String, in design: ReviewedDesign) -> String? {
    text(of: name, design.decision.answers, revisionVocabulary)
  }

  private func text(of name: String, _ answers: Answers, _ vocabulary: Vocabulary) -> String? {
    guard let index = vocabulary.index(named: name) else { return nil }
    return answers[index].map { vocabulary.render($0, of: index) }
  }
}
