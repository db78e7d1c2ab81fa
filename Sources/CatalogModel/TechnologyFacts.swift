/// What is known of a technology beyond what every candidate has.
package struct TechnologyFacts: Sendable, Hashable {
  package let status: Status
  private let words: Deferred<Words>

  package init(
    status: Status, statusCitations: [Citation], licenses: [String], licenseNote: String?,
    licenseCitations: [Citation], directions: [String], timing: [String], initiators: [String],
    limits: [String], aside: String? = nil
  ) {
    self.status = status
    let own = Words(
      statusCitations: statusCitations, licenses: licenses, licenseNote: licenseNote,
      licenseCitations: licenseCitations, directions: directions, timing: timing, initiators: initiators,
      limits: limits, aside: aside)
    words = Deferred { own }
  }

  /// An entry whose words are read later.
  init(status: Status, words: Deferred<Words>) {
    self.status = status
    self.words = words
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

  /// What an entry says in words, read when somebody asks.
  package struct Words: Sendable, Hashable {
    let statusCitations: [Citation]
    let licenses: [String]
    let licenseNote: String?
    let licenseCitations: [Citation]
    let directions: [String]
    let timing: [String]
    let initiators: [String]
    let limits: [String]
    let aside: String?
  }

  package var statusCitations: [Citation] { words.value.statusCitations }
  /// The words of `licensing.owned` of which one is needed; empty when it is included.
  package var licenses: [String] { words.value.licenses }
  package var licenseNote: String? { words.value.licenseNote }
  package var licenseCitations: [Citation] { words.value.licenseCitations }
  package var directions: [String] { words.value.directions }
  package var timing: [String] { words.value.timing }
  package var initiators: [String] { words.value.initiators }
  package var limits: [String] { words.value.limits }
  /// Why no role takes it: it stands beside the flow of the data; `nil` for what carries data.
  package var aside: String? { words.value.aside }
}
