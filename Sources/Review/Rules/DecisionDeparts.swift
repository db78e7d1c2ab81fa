import CatalogModel
import DesignModel
import Diagnostics
import Requirements

extension ReviewRule {
  static let decisionDeparts = ReviewRule(
    "decision/departs", "The decision departs from the recommendation", .warning,
    because: "The architects may know better than the catalog; the next reader has to know why.",
    design: { pair in
      guard let revision = pair.revision else { return [] }
      let known = Set(pair.base?.design.departures.map { DepartureText.key($0) } ?? [])
      return DepartureText.own(revision).filter { !known.contains(DepartureText.key($0)) }.map { departure in
        Observation(
          subject: "decision/\(departure.what.word)", message: DepartureText.message(departure),
          before: DepartureText.ids(departure.recommended), after: DepartureText.ids(departure.decided),
          reasons: revision.design.decisionBecause.map { ["because: \($0)"] } ?? ["no reason is given"],
          base: pair.base?.profile.idPlace, revision: DepartureText.place(departure, revision.profile))
      }
    })
}
