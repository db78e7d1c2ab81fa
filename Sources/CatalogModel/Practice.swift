package import Requirements

/// What a design has to do besides moving data.
package struct Practice: Identified, Hashable {
  package let id: String
  package let origin: Origin
  private let deferred: Deferred<Words>

  package init(
    id: String, title: String, intent: String, how: String, citations: [Citation], origin: Origin
  ) {
    self.id = id
    self.origin = origin
    let own = Words(title: title, intent: intent, how: how, sources: Deferred { citations })
    deferred = Deferred { own }
  }

  /// An entry whose words are read later.
  init(id: String, origin: Origin, words: Deferred<Words>) {
    self.id = id
    self.origin = origin
    deferred = words
  }

  /// What an entry says in words, read when somebody asks; its sources apart from the rest.
  package struct Words: Sendable, Hashable {
    package let title: String
    package let intent: String
    package let how: String
    let sources: Deferred<[Citation]>

    package var citations: [Citation] { sources.value }
  }

  /// All that it says, read once.
  package var words: Words { deferred.value }

  package var title: String { words.title }
  package var intent: String { words.intent }
  package var how: String { words.how }
  package var citations: [Citation] { words.citations }
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
