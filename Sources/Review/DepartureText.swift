import CatalogModel
import DesignModel
import Diagnostics
import Requirements

/// Puts a departure of the architects from the recommendation into words.
enum DepartureText {
  static func ids(_ candidates: [Candidate]) -> String { DecisionText.chain(candidates.map(\.id)) }

  static func message(_ departure: Departure) -> String {
    "\(ids(departure.decided)) is decided, and \(ids(departure.recommended)) recommended"
  }

  /// The departures that the architects named; technologies that merely follow from another pattern are none.
  static func own(_ design: ReviewedDesign) -> [Departure] {
    let namesTechnologies = design.profile.decision?.technologies.isEmpty == false
    return design.design.departures.filter { $0.what != .technology || namesTechnologies }
  }

  /// The same for the same departure.
  static func key(_ departure: Departure) -> [String] {
    [departure.what.word, ids(departure.recommended), ids(departure.decided)]
  }

  static func place(_ departure: Departure, _ profile: Profile) -> SourceLocation? {
    let decision = profile.decision
    let choice =
      switch departure.what {
      case .pattern: decision?.pattern
      case .topology: decision?.topology
      case .technology: decision?.technologies.first
      }
    return choice?.location ?? decision?.place ?? profile.idPlace
  }
}

extension ArchitectsDecision {
  /// Where the first thing that it names stands.
  var place: SourceLocation? { (pattern ?? topology ?? technologies.first)?.location }
}
