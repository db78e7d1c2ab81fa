import Analysis
import CatalogModel
import DecisionEngine
import Diagnostics
import TestSupport
import Testing

@Suite struct CatalogTrialTests {
  private func trials(when: String) -> [CatalogTrial] {
    var bag = DiagnosticBag()
    let rule = TinyCatalog.rule("flag-one", when: when, then: "[ { prefer: one, points: 10 } ]")
    return CatalogTrial.run(DecisionTable(TinyCatalog.make([rule], into: &bag)))
  }

  @Test func passesWhereExamplesHold() {
    let trials = trials(when: "{ a.flag: true }")
    #expect(trials.map(\.id) == ["flag-one"])
    #expect(trials.map(\.passes) == [true])
    #expect(trials.first?.checks == 2)
  }

  @Test func namesTheExampleThatDoesNotHold() {
    let trials = trials(when: "{ a.count: { above: 50 } }")
    #expect(
      trials.first?.failures == [
        "line 8: rests given a.flag: true, a.other: true, a.count: 10, a.owned: [p], where it should say fires"
      ])
  }

  @Test func theXMLCountsFailuresAndEscapesTheirText() {
    let failing = CatalogTrial(
      kind: .rule, id: "a&b", checks: 1, failures: ["<1> \"said\" & done"],
      origin: Origin(file: "rules/a.yaml", line: 1))
    let text = TrialReport.junit([failing] + trials(when: "{ a.flag: true }"))
    #expect(text.contains("<testsuites name=\"catalog\" tests=\"2\" failures=\"1\">"))
    #expect(text.contains("name=\"a&amp;b\""))
    #expect(text.contains("<failure message=\"&lt;1&gt; &quot;said&quot; &amp; done\">"))
  }

  @Test func everythingInTheShippedCatalogPasses() throws {
    let trials = CatalogTrial.run(DecisionTable(try Repository.catalog()))
    #expect(trials.count { $0.kind == .scenario } >= 49)
    for trial in trials { #expect(trial.passes, "\(trial.id): \(trial.failures)") }
  }
}
