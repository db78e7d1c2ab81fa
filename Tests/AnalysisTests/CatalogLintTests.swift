import Analysis
import CatalogModel
import Diagnostics
import TestSupport
import Testing

@Suite struct CatalogLintTests {
  private func findings(_ rules: (String, String)...) -> [String] {
    var bag = DiagnosticBag()
    let catalog = TinyCatalog.make(rules, into: &bag)
    var lints = DiagnosticBag()
    CatalogLint.run(catalog, files: [], into: &lints)
    return lints.sorted.map { "\($0.id) \($0.message)" }
  }

  private func rule(_ id: String, _ when: String, _ then: String) -> (String, String) {
    TinyCatalog.rule(id, when: when, then: then)
  }

  @Test func findsWhatNothingUses() {
    let found = findings()
    #expect(found.contains { $0.hasPrefix("lint/idle-practice") && $0.contains("'care'") })
    #expect(found.count { $0.hasPrefix("lint/idle-candidate") } == 4)
    #expect(!found.contains { $0.contains("'hammer'") || $0.contains("'book'") })
  }

  @Test func whatARuleNamesIsNotIdle() {
    let found = findings(
      rule("all", "{ a.flag: true }", "[ { exclude: [one, two, flat, deep] }, { oblige: care } ]"))
    #expect(found.isEmpty, "\(found)")
  }

  @Test func findsRulesThatSayTheSame() {
    let effect = "[ { prefer: one, points: 10 } ]"
    let found = findings(rule("a", "{ a.flag: true }", effect), rule("b", "{ a.flag: true }", effect))
    #expect(
      found.filter { $0.hasPrefix("lint/identical-rule") } == [
        "lint/identical-rule 'b' does the same as 'a' under the same condition"
      ])
    #expect(!found.contains { $0.hasPrefix("lint/subsumed-rule") })
  }

  @Test(arguments: [
    ("{ a.count: { above: 5 } }", "{ a.count: { above: 2 } }"),
    ("{ a.flag: true, a.other: true }", "{ a.flag: true }"),
    ("{ a.owned: p }", "{ a.owned: [p, q] }"), ("{ a.owned: { not: [p, q] } }", "{ a.owned: { not: p } }"),
  ])
  func findsARuleThatNeverFiresAlone(_ narrow: String, _ wide: String) {
    let effect = "[ { prefer: one, points: 10 } ]"
    let found = findings(rule("narrow", narrow, effect), rule("wide", wide, effect))
      .filter { $0.hasPrefix("lint/subsumed-rule") }
    #expect(found == ["lint/subsumed-rule 'narrow' never fires without 'wide', which does the same"])
  }

  @Test func aRuleWithAnEffectOfItsOwnIsNotSubsumed() {
    let found = findings(
      rule("narrow", "{ a.flag: true, a.other: true }", "[ { prefer: one, points: 9 } ]"),
      rule("wide", "{ a.flag: true }", "[ { prefer: one, points: 10 } ]"))
    #expect(!found.contains { $0.hasPrefix("lint/subsumed-rule") })
  }

  @Test(arguments: ["{ exclude: [one] }", "{ prefer: one, points: 10 }", "{ avoid: one, points: 10 }"])
  func findsAnEffectOnWhatAWiderRuleExcludes(_ effect: String) {
    let found = findings(
      rule("narrow", "{ a.flag: true, a.other: true }", "[ \(effect), { prefer: two, points: 9 } ]"),
      rule("wide", "{ a.flag: true }", "[ { exclude: [one] } ]")
    ).filter { $0.hasPrefix("lint/idle-effect") }
    let expected = "'narrow' has no effect on 'one': 'wide' excludes it whenever the rule fires"
    #expect(found == ["lint/idle-effect " + expected])
  }

  @Test func whatIsRuledOutForAllIsNoFaultOfOtherRules() {
    let found = findings(
      rule("narrow", "{ a.flag: true }", "[ { exclude: [one] } ]"),
      rule("wide", "{}", "[ { exclude: [one] } ]"))
    #expect(!found.contains { $0.hasPrefix("lint/idle-effect") })
  }

  @Test func effectsOfRulesThatFireApartAreNotIdle() {
    let found = findings(
      rule("narrow", "{ a.flag: true, a.other: true }", "[ { exclude: [one] } ]"),
      rule("wide", "{ a.flag: false }", "[ { exclude: [one] } ]"))
    #expect(!found.contains { $0.hasPrefix("lint/idle-effect") })
  }

  @Test func findsTheHoleBetweenTwoThresholds() {
    let found = findings(
      rule("few", "{ a.count: { below: 5 } }", "[ { prefer: one, points: 10 } ]"),
      rule("many", "{ a.count: { above: 5 } }", "[ { prefer: two, points: 10 } ]"))
    #expect(
      found.filter { $0.hasPrefix("lint/threshold-hole") } == [
        "lint/threshold-hole 'few' and 'many' leave a hole at a.count: 5"
      ])
  }

  @Test(arguments: ["{ a.count: { up-to: 5 } }", "{ a.count: { below: 5 }, a.flag: true }"])
  func thresholdsThatMeetOrDifferOtherwiseLeaveNoHole(_ when: String) {
    let found = findings(
      rule("few", when, "[ { prefer: one, points: 10 } ]"),
      rule("many", "{ a.count: { above: 5 } }", "[ { prefer: two, points: 10 } ]"))
    #expect(!found.contains { $0.hasPrefix("lint/threshold-hole") })
  }

  @Test func theShippedCatalogHasNoFinding() throws {
    var bag = DiagnosticBag()
    CatalogLint.run(try Repository.catalog(), files: [], into: &bag)
    #expect(bag.sorted.map(\.message) == [])
  }

  @Test func anIdIsRetiredForGood() {
    var bag = DiagnosticBag()
    let (path, text) = rule("new", "{ a.flag: true }", "[ { prefer: one, points: 10 } ]")
    _ = TinyCatalog.make(
      [(path, text + "\nreplaces: [old, gone]\n"), rule("old", "{ a.other: true }", "[ { exclude: two } ]")],
      into: &bag)
    #expect(bag.diagnostics.map(\.message) == ["'old' is replaced, but still there"])
  }
}
