import Diagnostics
import TestSupport
import Testing

@testable import Review

@Suite struct ReviewRuleTests {
  @Test(arguments: ReviewCase.all) func findsWhatItsPageSays(_ page: ReviewCase) throws {
    let found = try page.findings().map { "\($0.severity.word) \($0.subject)" }
    #expect(found == page.expected)
    #expect(!page.expected.isEmpty, "a page that expects nothing shows nothing")
  }

  /// What a policy says about itself may be found without a change.
  @Test(arguments: ReviewCase.all) func findsNothingInWhatDidNotChange(_ page: ReviewCase) throws {
    let policy: Set = ["review/acceptance-expired", "review/acceptance-stale", "review/unreadable"]
    let found = try page.findingsOfNothing().filter { !policy.contains($0.rule.id) }
    #expect(found.map(\.rule.id) == [])
  }

  @Test func everyRuleHasAPageAndAFile() {
    let ids = ReviewRule.all.map(\.id)
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
    #expect(ReviewCase.all.map(\.rule) == ids)
    let files = Repository.paths(below: "Sources/Review/Rules").map { $0.dropLast(".swift".count) }
    let names = ids.map { id in
      id.split { $0 == "/" || $0 == "-" }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
    #expect(files.sorted() == names.sorted().map { $0[...] })
  }

  @Test(arguments: ReviewRule.all.map(\.id)) func everyRuleSaysWhy(_ id: String) throws {
    let rule = try #require(ReviewRule.named(id))
    #expect(rule.because.count > 20 && rule.because.hasSuffix("."))
    #expect(!rule.title.hasSuffix("."))
    #expect(id.hasPrefix(rule.topic.rawValue + "/"))
  }

  @Test func everyKindOfContractChangeIsJudged() {
    for kind in ContractChange.Kind.allCases { #expect(ReviewRule.named(kind.rawValue) != nil, "\(kind)") }
  }

  @Test func aCredentialThatChangedSaysInWhat() throws {
    let page = try #require(ReviewCase.all.first { $0.rule == "org/credential-changed" })
    #expect(
      try page.findings().map(\.message) == [
        "namedCredential ERP is defined differently: HttpHeader (gone), Url, calloutStatus (new)"
      ])
  }

  /// Neither lines nor values nor words may move an acceptance to another finding.
  @Test func fingerprintsDependOnWhatChangedAlone() throws {
    let page = try #require(ReviewCase.all.first { $0.rule == "contract/length-reduced" })
    let finding = try #require(page.findings().first)
    let moved = Finding(
      rule: finding.rule, severity: .note, design: finding.design, workspace: "", home: nil,
      subject: finding.subject, message: "in other words", before: "1", after: "2", reasons: [], base: nil,
      revision: nil)
    #expect(moved.fingerprint == finding.fingerprint)
    let all = try ReviewCase.all.flatMap { try $0.findings() }
    let keys = Set(all.map { [$0.rule.id, $0.design ?? "", $0.subject] })
    #expect(Set(all.map(\.fingerprint)).count == keys.count)
  }
}
