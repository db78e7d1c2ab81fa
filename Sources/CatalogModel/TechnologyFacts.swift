/// What is known of a technology beyond what every candidate has.
package struct TechnologyFacts: Sendable, Hashable {
  package let status: Status
  package let statusCitations: [Citation]
  /// The words of `licensing.owned` of which one is needed; empty when it is included.
  package let licenses: [String]
  package let licenseNote: String?
  package let licenseCitations: [Citation]
  package let directions: [String]
  package let timing: [String]
  package let initiators: [String]
  package let limits: [String]

  package init(
    status: Status, statusCitations: [Citation], licenses: [String], licenseNote: String?,
    licenseCitations: [Citation], directions: [String], timing: [String], initiators: [String],
    limits: [String]
  ) {
    self.status = status
    self.statusCitations = statusCitations
    self.licenses = licenses
    self.licenseNote = licenseNote
    self.licenseCitations = licenseCitations
    self.directions = directions
    self.timing = timing
    self.initiators = initiators
    self.limits = limits
  }

  /// What its vendor plans for it; the greater, the better.
  package enum Status: Int, Sendable, Hashable, Comparable, CaseIterable {
    case endOfLife, legacy, noFurtherInvestment, supported, preferred

    package var word: String {
      switch self {
      case .endOfLife: "end-of-life"
      case .legacy: "legacy"
      case .noFurtherInvestment: "no-further-investment"
      case .supported: "supported"
      case .preferred: "preferred"
      }
    }

    package static func < (left: Status, right: Status) -> Bool { left.rawValue < right.rawValue }
  }
}
