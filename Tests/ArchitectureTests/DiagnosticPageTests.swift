import Analysis
import Diagnostics
import EmbeddedKnowledge
import TestSupport
import Testing
import YAMLSyntax

@Suite struct DiagnosticPageTests {
  /// The ids that sources declare, and those that they give without a declaration.
  private func declared() throws -> Set<String> {
    var ids: Set<String> = []
    for source in try SwiftSource.all() {
      for line in source.lines {
        for match in line.matches(of: /DiagnosticID = "([a-z0-9\/-]+)"|Diagnostic\("([a-z0-9\/-]+)"/) {
          if let id = match.1 ?? match.2 { ids.insert(String(id)) }
        }
      }
    }
    return ids
  }

  private var pages: [DiagnosticPage] {
    EmbeddedPages.documents.flatMap { DiagnosticPage.read($0.tree, area: $0.area) }
  }

  @Test func everyDiagnosticHasItsPage() throws {
    let known = Set(pages.map(\.id.description))
    let missing = try declared().subtracting(known).sorted()
    #expect(missing == [], "each needs a page in diagnostics/AREA.yaml")
  }

  @Test func everyPageHasItsDiagnostic() throws {
    let idle = Set(pages.map(\.id.description)).subtracting(try declared()).sorted()
    #expect(idle == [], "nothing in Sources declares these")
  }

  @Test func everyPageSaysSomethingOfItsOwn() {
    for page in pages {
      for text in [page.title, page.means, page.example, page.fix] { #expect(!text.isEmpty, "\(page.id)") }
      #expect(page.title != page.means, "\(page.id)")
    }
    #expect(Set(pages.map(\.means)).count == pages.count)
  }
}
