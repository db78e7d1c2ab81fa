/// The order of the candidates under one set of answers, and what is recommended.
package struct Ranking: Sendable, Hashable {
  /// Indices of candidates, the best first; the eligible stand before the excluded.
  package internal(set) var patterns: [Int] = []
  package internal(set) var topologies: [Int] = []
  /// `nil` when no eligible pattern has points.
  package internal(set) var pattern: Int?
  /// `nil` when every topology is excluded.
  package internal(set) var topology: Int?
  /// In data order.
  package internal(set) var technologies: [FilledRole] = []
  /// The roles that no eligible technology can fill, by id.
  package internal(set) var gaps: [String] = []

  package init() {}

  /// A technology in its role.
  package struct FilledRole: Sendable, Hashable {
    package let role: String
    package let candidate: Int
  }

  /// Whether pattern, topology and technologies are the same.
  package func recommendsTheSame(as other: Ranking) -> Bool {
    pattern == other.pattern && topology == other.topology
      && technologies.elementsEqual(other.technologies) { $0.candidate == $1.candidate }
  }
}
