package import Requirements

/// What a design has to do besides moving data.
package struct Practice: Identified, Hashable {
  package let id: String
  package let origin: Origin
  private let words: Deferred<Words>

  package init(
    id: String, title: String, intent: String, how: String, citations: [Citation], origin: Origin
  ) {
    self.id = id
    self.origin = origin
    let own = Words(title: title, intent: intent, how: how, citations: citations)
    words = Deferred { own }
  }

  /// An entry whose words are read later.
  init(id: String, origin: Origin, words: Deferred<Words>) {
    self.id = id
    self.origin = origin
    self.words = words
  }

  /// What an entry says in words, read when somebody asks.
  package struct Words: Sendable, Hashable {
    let title: String
    let intent: String
    let how: String
    let citations: [Citation]
  }

  package var title: String { words.value.title }
  package var intent: String { words.value.intent }
  package var how: String { words.value.how }
  package var citations: [Citation] { words.value.citations }
}

/// A mistake that a profile tempts people into.
package struct AntiPattern: Identified, Hashable {
  package let id: String
  package let when: Predicate
  /// Where not empty, reported only when one of these candidates is recommended or decided.
  package let recommended: [String]
  package let examples: [RuleExample]
  package let origin: Origin
  private let words: Deferred<Words>

  package init(
    id: String, title: String, when: Predicate, recommended: [String], because: String, instead: String,
    citations: [Citation], examples: [RuleExample], origin: Origin
  ) {
    self.id = id
    self.when = when
    self.recommended = recommended
    self.examples = examples
    self.origin = origin
    let own = Words(title: title, because: because, instead: instead, citations: citations)
    words = Deferred { own }
  }

  /// An entry whose words are read later.
  init(
    id: String, when: Predicate, recommended: [String], examples: [RuleExample], origin: Origin,
    words: Deferred<Words>
  ) {
    self.id = id
    self.when = when
    self.recommended = recommended
    self.examples = examples
    self.origin = origin
    self.words = words
  }

  /// What an entry says in words, read when somebody asks.
  package struct Words: Sendable, Hashable {
    let title: String
    let because: String
    let instead: String
    let citations: [Citation]
  }

  package var title: String { words.value.title }
  package var because: String { words.value.because }
  package var instead: String { words.value.instead }
  package var citations: [Citation] { words.value.citations }
}
