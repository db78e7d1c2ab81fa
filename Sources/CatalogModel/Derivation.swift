package import Requirements

/// A requirement that follows from others where the profile does not state it.
package struct Derivation: Sendable, Hashable {
  package let id: String
  /// The index of the requirement that is derived.
  package let derives: Int
  /// In order: the first row whose condition is yes gives the answer.
  package let rows: [Row]
  package let because: String
  package let citations: [Citation]
  package let examples: [Example]
  package let origin: Origin

  package init(
    id: String, derives: Int, rows: [Row], because: String, citations: [Citation], examples: [Example],
    origin: Origin
  ) {
    self.id = id
    self.derives = derives
    self.rows = rows
    self.because = because
    self.citations = citations
    self.examples = examples
    self.origin = origin
  }

  /// A condition and the answer that follows from it.
  package struct Row: Sendable, Hashable {
    package let when: Predicate
    package let gives: Answer

    package init(when: Predicate, gives: Answer) {
      self.when = when
      self.gives = gives
    }
  }

  /// Answers and what follows from them; `nil` for nothing.
  package struct Example: Sendable, Hashable {
    package let given: Answers
    package let expect: Answer?
    package let line: Int

    package init(given: Answers, expect: Answer?, line: Int) {
      self.given = given
      self.expect = expect
      self.line = line
    }
  }

  /// The first certain row's answer; nothing where an earlier row is unknown and could give another.
  package func evaluate(_ answers: Answers) -> Answer? {
    var possible: Answer?
    for row in rows {
      let truth = row.when.evaluate(answers)
      guard truth != .no else { continue }
      if let possible, possible != row.gives { return nil }
      if truth == .yes { return row.gives }
      possible = row.gives
    }
    return nil
  }
}

/// A combination of answers that cannot occur.
package struct Constraint: Sendable, Hashable {
  package let id: String
  package let never: Predicate
  package let because: String
  package let citations: [Citation]
  package let origin: Origin

  package init(id: String, never: Predicate, because: String, citations: [Citation], origin: Origin) {
    self.id = id
    self.never = never
    self.because = because
    self.citations = citations
    self.origin = origin
  }
}
