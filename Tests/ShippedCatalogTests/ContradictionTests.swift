import Analysis
import CatalogModel
import Reporting
import TestSupport
import Testing

@Suite struct ContradictionTests {
  private static let catalog = Result { try Repository.catalog() }

  @Test func thereAreAllThatTheSourcesHold() throws {
    let contradictions = try Self.catalog.get().contradictions
    #expect(contradictions.count >= 45)
    for contradiction in contradictions {
      #expect(contradiction.claims.count >= 2, "\(contradiction.id)")
      #expect(!contradiction.concerns.isEmpty, "\(contradiction.id)")
    }
  }

  @Test func eachIsShownOnThePagesOfWhatItConcerns() throws {
    let catalog = try Self.catalog.get()
    for contradiction in catalog.contradictions {
      for id in contradiction.concerns {
        let entries = catalog.entries(named: id)
        #expect(!entries.isEmpty, "\(contradiction.id) names \(id)")
        let pages = entries.map { EntryPage.make($0, catalog).rendered(as: .markdown) }
        let shown = pages.contains { page in
          page.contains("## Where sources disagree") && page.contains("(`\(contradiction.id)`)")
        }
        #expect(shown, "\(id) does not show \(contradiction.id)")
      }
    }
  }

  @Test func aPageHasBothSidesAndTheVerdict() throws {
    let catalog = try Self.catalog.get()
    let entry = try #require(catalog.entries(named: "soap-api-fit").first)
    let page = EntryPage.make(entry, catalog).rendered(as: .markdown)
    let contradiction = try #require(catalog.contradictions.first { $0.id == "soap-api-fit" })
    for text in contradiction.claims.map(\.says) { #expect(page.contains(text)) }
    #expect(page.contains("Verdict: Fit."))
    #expect(page.contains("soap-api"))
  }
}
