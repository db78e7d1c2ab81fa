package import Requirements

/// A part that one technology plays in a pattern or a topology.
package struct Role: Sendable, Hashable {
  package let id: String
  /// The role is left out only where this is no.
  package let when: Predicate
  /// Where not empty, the role is there only when an earlier one was filled by one of these technologies.
  package let after: [String]
  /// Left empty when nothing is eligible, without a word.
  package let isOptional: Bool
  /// Filled from the roles of the recommended topology.
  package let isFromTopology: Bool
  package let candidates: [RatedTechnology]

  package init(
    id: String, when: Predicate, after: [String], isOptional: Bool, isFromTopology: Bool,
    candidates: [RatedTechnology]
  ) {
    self.id = id
    self.when = when
    self.after = after
    self.isOptional = isOptional
    self.isFromTopology = isFromTopology
    self.candidates = candidates
  }
}

/// A technology as a guide rates it for a role.
package struct RatedTechnology: Sendable, Hashable {
  package let id: String
  package let fit: Fit
  private let words: Deferred<Words>

  package init(id: String, fit: Fit, ratings: [Rating], because: String?, citations: [Citation]) {
    self.id = id
    self.fit = fit
    let own = Words(ratings: ratings, because: because, citations: citations)
    words = Deferred { own }
  }

  /// An entry whose words are read later.
  init(id: String, fit: Fit, words: Deferred<Words>) {
    self.id = id
    self.fit = fit
    self.words = words
  }

  /// The rating of one guide.
  package struct Rating: Sendable, Hashable {
    package let source: String
    package let fit: Fit

    package init(source: String, fit: Fit) {
      self.source = source
      self.fit = fit
    }
  }

  /// What an entry says in words, read when somebody asks.
  package struct Words: Sendable, Hashable {
    let ratings: [Rating]
    let because: String?
    let citations: [Citation]
  }

  /// What each guide says, by source.
  package var ratings: [Rating] { words.value.ratings }
  package var because: String? { words.value.because }
  package var citations: [Citation] { words.value.citations }
}

/// How well a technology serves a role, in the guides' words; the greater, the better.
package enum Fit: Int, Sendable, Hashable, Comparable, CaseIterable {
  case suboptimal, fit, good, best

  package var word: String {
    switch self {
    case .suboptimal: "suboptimal"
    case .fit: "fit"
    case .good: "good"
    case .best: "best"
    }
  }

  package static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }
}

/// A part that technologies play, in words.
package struct RoleDescription: Sendable, Hashable {
  package let id: String
  package let title: String
  package let does: String
  package let flow: RoleInFlow

  package init(id: String, title: String, does: String, flow: RoleInFlow = RoleInFlow()) {
    self.id = id
    self.title = title
    self.does = does
    self.flow = flow
  }
}
