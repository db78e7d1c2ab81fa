package import Requirements

/// What a design has to do besides moving data.
package struct Practice: Sendable, Hashable {
  package let id: String
  package let title: String
  package let intent: String
  package let how: String
  package let citations: [Citation]
  package let origin: Origin

  package init(
    id: String, title: String, intent: String, how: String, citations: [Citation], origin: Origin
  ) {
    self.id = id
    self.title = title
    self.intent = intent
    self.how = how
    self.citations = citations
    self.origin = origin
  }
}

/// A mistake that a profile tempts people into.
package struct AntiPattern: Sendable, Hashable {
  package let id: String
  package let title: String
  package let when: Predicate
  /// Where not empty, reported only when one of these candidates is recommended or decided.
  package let recommended: [String]
  package let because: String
  package let instead: String
  package let citations: [Citation]
  package let examples: [RuleExample]
  package let origin: Origin

  package init(
    id: String, title: String, when: Predicate, recommended: [String], because: String, instead: String,
    citations: [Citation], examples: [RuleExample], origin: Origin
  ) {
    self.id = id
    self.title = title
    self.when = when
    self.recommended = recommended
    self.because = because
    self.instead = instead
    self.citations = citations
    self.examples = examples
    self.origin = origin
  }
}
