import CatalogModel
import DecisionEngine
import Requirements

/// Finds out what brought another recommendation about, by deciding again with parts of the change.
struct Attribution {
  private let base: ReviewedDesign
  private let revision: ReviewedDesign
  private let answers: [AnswerChange]
  private let before: DesignOutcome
  private let after: DesignOutcome
  /// The answers of the base in the words of the revision's catalog.
  private let baseAnswers: Answers

  init(
    _ base: ReviewedDesign, _ revision: ReviewedDesign, _ answers: [AnswerChange]
  ) {
    self.base = base
    self.revision = revision
    self.answers = answers
    before = DesignOutcome(base.decision.recommendation)
    after = DesignOutcome(revision.decision.recommendation)
    baseAnswers = base.profile.answers.translated(
      from: base.table.catalog.vocabulary, to: revision.table.catalog.vocabulary)
  }

  private var table: DecisionTable { revision.table }

  private func outcome(_ answers: Answers) -> DesignOutcome {
    DesignOutcome(table.decide(answers).recommendation)
  }

  var cause: DecisionChange.Cause {
    guard base.table.catalog.digest != revision.table.catalog.digest else { return .requirements }
    guard !answers.isEmpty else { return .catalog }
    let withNewCatalog = outcome(baseAnswers)
    let newAnswers = revision.profile.answers.translated(
      from: table.catalog.vocabulary, to: base.table.catalog.vocabulary)
    let withOldCatalog = DesignOutcome(base.table.decide(newAnswers).recommendation)
    switch (withNewCatalog == after, withOldCatalog == after) {
    case (true, false): return .catalog
    case (false, true): return .requirements
    case (true, true), (false, false): return .both
    }
  }

  /// Changes that are enough by themselves; else those without which nothing would have changed; else those
  /// without which something else would have.
  var culprits: [AnswerChange] {
    let enough = answers.filter { outcome(baseAnswers, with: $0, from: revision.profile.answers) == after }
    guard enough.isEmpty else { return enough }
    let without = answers.map {
      (change: $0, outcome: outcome(revision.profile.answers, with: $0, from: baseAnswers))
    }
    let needed = without.filter { $0.outcome == before }
    guard needed.isEmpty else { return needed.map(\.change) }
    let involved = without.filter { $0.outcome != after }.map(\.change)
    return involved.isEmpty ? answers : involved
  }

  private func outcome(_ answers: Answers, with change: AnswerChange, from other: Answers) -> DesignOutcome? {
    guard let index = table.catalog.vocabulary.index(named: change.requirement) else { return nil }
    var mixed = answers
    mixed[index] = other[index]
    return outcome(mixed)
  }

  /// For each culprit the answers, everything else being as it is, that bring the former outcome back.
  func wayBack(from culprits: [AnswerChange]) -> [String] {
    guard !before.hasSameShape(as: after) else { return [] }
    let domains = table.refine(table.domains, under: revision.decision.answers)
    return culprits.compactMap { culprit in
      guard let index = table.catalog.vocabulary.index(named: culprit.requirement) else { return nil }
      var cells: [AnswerDomain.Cell] = []
      for cell in domains[index].cells {
        var probe = revision.profile.answers
        probe[index] = cell.sample
        guard outcome(probe).hasSameShape(as: before) else { continue }
        if let last = cells.last, let union = table.union(last, cell, of: index) {
          cells[cells.count - 1] = union
        } else {
          cells.append(cell)
        }
      }
      return cells.isEmpty ? nil : culprit.requirement + ": " + cells.map(\.text).joined(separator: " or ")
    }
  }
}

extension Answers {
  /// The answers for another vocabulary; what means something else there, or nothing, is unknown.
  func translated(from own: Vocabulary, to other: Vocabulary) -> Answers {
    guard own.requirements != other.requirements else { return self }
    var answers = Answers(count: other.requirements.count)
    for (index, requirement) in other.requirements.enumerated() {
      guard let source = own.index(of: requirement.id), own[source].type == requirement.type else { continue }
      answers[index] = self[source]
    }
    return answers
  }
}
