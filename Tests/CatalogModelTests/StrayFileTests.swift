import Diagnostics
import TestSupport
import Testing

@Suite struct StrayFileTests {
  private func findings(_ paths: String...) -> [Diagnostic] {
    var bag = DiagnosticBag()
    let files = paths.map { ($0, TinyCatalog.rule("ours", when: "{ a.flag: true }", then: "[]").1) }
    _ = TinyCatalog.make(files, into: &bag)
    return bag.sorted
  }

  @Test func aFolderIsOneFinding() throws {
    let findings = findings(
      "rule/a.yaml", "rule/b.yaml", "rule/c/d.yaml", "rules/old/a.yaml", "rules/old/b.yaml")
    #expect(
      findings.map(\.message) == [
        "'rule/' is no folder of a catalog, and none of its 3 files is read",
        "'rules/old/' is no folder of a catalog, and none of its 2 files is read",
      ])
    #expect(findings.map(\.primary?.location.file.name) == ["tiny/rule/a.yaml", "tiny/rules/old/a.yaml"])
    #expect(findings.first?.fixes.map(\.summary) == ["did you mean 'rules/'?"])
    #expect(findings.allSatisfy { $0.notes.first?.contains("limits/, patterns/") == true })
  }

  @Test func filesAtTheTopAndAFileAloneAreNamed() throws {
    let findings = findings("one.yaml", "two.yaml", "rule/a.yaml")
    #expect(
      Set(findings.map(\.message)) == [
        "'one.yaml' is no file of a catalog", "'two.yaml' is no file of a catalog",
        "'rule/a.yaml' is no file of a catalog",
      ])
  }
}
