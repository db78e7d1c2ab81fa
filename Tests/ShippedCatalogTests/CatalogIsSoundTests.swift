import CatalogModel
import Diagnostics
import Reporting
import TestSupport
import Testing

@Suite struct CatalogIsSoundTests {
  @Test func hasNoFinding() throws {
    var bag = DiagnosticBag()
    let files = try Repository.catalogFiles(into: &bag)
    _ = CatalogReader.readChecked(files, digest: "sha256:test", into: &bag)
    let report = DiagnosticRenderer(style: .plain).render(bag.sorted)
    #expect(bag.isEmpty, "\(report)")
  }
}
