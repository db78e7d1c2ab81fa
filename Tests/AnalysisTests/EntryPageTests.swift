import Analysis
import CatalogModel
import Diagnostics
import JSONSyntax
import Reporting
import TestSupport
import Testing

@Suite struct EntryPageTests {
  private static let shipped = Result { try Repository.catalog() }

  private func tiny() -> Catalog {
    var bag = DiagnosticBag()
    let rule = TinyCatalog.rule(
      "flag-one", when: "{ a.flag: true, a.count: { above: 5 } }",
      then: "[ { prefer: one, points: 10 }, { exclude: [tongs, two] }, { oblige: care, on: one } ]")
    return TinyCatalog.make([rule], into: &bag)
  }

  @Test(arguments: ["one", "hammer", "flag-one", "care", "a.flag", "first", "book"])
  func readsAsTheFileShows(_ id: String) throws {
    let catalog = tiny()
    let entry = try #require(catalog.entries(named: id).first)
    let page = EntryPage.make(entry, catalog)
    #expect(Golden.difference(of: page.rendered(as: .terminal), from: "pages/\(id).txt") == nil)
  }

  @Test func everythingInTheCatalogHasAPageInEveryFormat() throws {
    let catalog = try Self.shipped.get()
    for entry in catalog.entries {
      let page = EntryPage.make(entry, catalog)
      #expect(page.payload["id"] == .string(entry.id))
      #expect(page.payload["kind"] == .string(entry.kind.rawValue))
      let markdown = page.rendered(as: .markdown)
      #expect(markdown.contains(entry.id))
      #expect(JSONValue.parses(page.rendered(as: .json)), "\(entry.id)")
    }
  }

  @Test func anIdNamesOneEntryUnlessASourceSharesIt() throws {
    let catalog = try Self.shipped.get()
    for (id, entries) in Dictionary(grouping: catalog.entries, by: \.id) {
      let kinds = entries.map(\.kind).filter { $0 != .source }
      #expect(kinds.count == 1 || (kinds.isEmpty && entries.count == 1), "\(id)")
    }
  }

  @Test func aKindBeforeTheIdTellsEntriesApart() throws {
    let catalog = try Self.shipped.get()
    #expect(catalog.entries(named: "rest-api").map(\.kind) == [.technology, .source])
    #expect(catalog.entries(named: "source:rest-api").map(\.kind) == [.source])
    #expect(catalog.entries(named: "pattern:rest-api").isEmpty)
  }

  @Test func theListHasEveryEntryOfItsKind() throws {
    let catalog = try Self.shipped.get()
    let listing = CatalogListing.make(catalog, kind: .topology)
    guard case .array(let values)? = listing.payload["topologies"] else {
      Issue.record("topologies is no array")
      return
    }
    #expect(values.count == catalog.candidates(of: .topology).count)
    #expect(listing.payload["patterns"] == nil)
  }

  @Test(arguments: EntryKind.allCases)
  func theListOfEverythingHasEveryKind(_ kind: EntryKind) throws {
    let listing = CatalogListing.make(try Self.shipped.get(), kind: nil)
    #expect(listing.payload[kind.plural] != nil)
  }
}

extension JSONValue {
  /// Whether a text is JSON.
  fileprivate static func parses(_ text: String) -> Bool {
    var bag = DiagnosticBag()
    return JSONValue.parse(SourceFile(name: "page.json", text: text), into: &bag) != nil && bag.isEmpty
  }
}
