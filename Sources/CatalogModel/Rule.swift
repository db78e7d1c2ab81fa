package import Requirements

/// One piece of knowledge about how requirements bear on candidates.
package struct Rule: Identified, Hashable {
  package let id: String
  package let when: Predicate
  package let effects: [Effect]
  package let examples: [RuleExample]
  package let origin: Origin
  private let deferred: Deferred<Words>

  package init(
    id: String, title: String, when: Predicate, effects: [Effect], because: String, citations: [Citation],
    examples: [RuleExample], origin: Origin
  ) {
    self.id = id
    self.when = when
    self.effects = effects
    self.examples = examples
    self.origin = origin
    let own = Words(title: title, because: because, sources: Deferred { citations })
    deferred = Deferred { own }
  }

  /// An entry whose words are read later.
  init(
    id: String, when: Predicate, effects: [Effect], examples: [RuleExample], origin: Origin,
    words: Deferred<Words>
  ) {
    self.id = id
    self.when = when
    self.effects = effects
    self.examples = examples
    self.origin = origin
    deferred = words
  }

  /// What an entry says in words, read when somebody asks; its sources apart from the rest.
  package struct Words: Sendable, Hashable {
    package let title: String
    package let because: String
    let sources: Deferred<[Citation]>

    package var citations: [Citation] { sources.value }
  }

  /// All that it says, read once.
  package var words: Words { deferred.value }

  package var title: String { words.title }
  package var because: String { words.because }
  package var citations: [Citation] { words.citations }
}

/// What a rule does when it fires; candidates, practices and anti-patterns are named by id.
package enum Effect: Sendable, Hashable {
  case exclude([String])
  /// Excludes every other candidate of the same kind.
  case require([String])
  /// Adds points.
  case prefer([String], points: Int)
  /// Subtracts points.
  case avoid([String], points: Int)
  /// Applies only when one of `on` is recommended, or always where it is empty.
  case oblige(practice: String, on: [String])
  case warn(message: String, on: [String])
}

/// Answers under which a rule is known to fire, to rest, or to be unknown.
package struct RuleExample: Sendable, Hashable {
  package let given: Answers
  package let expect: Truth
  package let line: Int

  package init(given: Answers, expect: Truth, line: Int) {
    self.given = given
    self.expect = expect
    self.line = line
  }
}
