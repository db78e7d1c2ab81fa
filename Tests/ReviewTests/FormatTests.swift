import DesignModel
import Diagnostics
import DocumentSchema
import JSONSyntax
import Reporting
import Testing
import YAMLSyntax

@testable import Review

@Suite struct FormatTests {
  private static let reviews: [String: DesignReview] = {
    let pages = ReviewCase.all.map { page in (page.rule, (try? page.input()).map { DesignReview($0) }) }
    return Dictionary(uniqueKeysWithValues: pages.compactMap { rule, review in review.map { (rule, $0) } })
  }()

  private func review(_ rule: String) throws -> DesignReview { try #require(Self.reviews[rule]) }

  /// A review of so many designs, each with a long contract change.
  private func large(_ count: Int) throws -> DesignReview {
    let page = try #require(ReviewCase.all.first { $0.rule == "contract/auth-changed" })
    let input = try page.input()
    var review = DesignReview(input)
    let finding = try #require(review.findings.first { $0.rule.id == page.rule })
    review.findings = (0..<count).map { number in
      Finding(
        rule: finding.rule, severity: .error, design: "opportunity-to-order", workspace: "",
        home: finding.home,
        subject: "\(number)",
        message: String(repeating: "long ", count: 20), before: nil, after: nil, reasons: ["because"],
        base: nil,
        revision: finding.revision)
    }
    return review
  }

  @Test(arguments: ReviewCase.all.map(\.rule)) func whatMachinesReadHasThePublishedShape(_ rule: String)
    throws
  {
    var bag = DiagnosticBag()
    let text = try review(rule).rendered(as: .json, version: "1")
    let tree = try #require(YAMLTree.parse(SourceFile(name: "review.json", text: text), into: &bag))
    ReviewSchema.shape.check(tree.root, into: &bag)
    #expect(bag.sorted.map(\.message) == [])
  }

  @Test(arguments: ReviewFormat.allCases) func theSameReviewGivesTheSameBytes(_ format: ReviewFormat) throws {
    let page = try #require(ReviewCase.all.first { $0.rule == "decision/flipped" })
    let texts = try (0..<3).map { _ in DesignReview(try page.input()).rendered(as: format, version: "1") }
    #expect(Set(texts).count == 1)
  }

  @Test(arguments: [1, 10, 300, 2_000]) func aCommentIsNeverLongerThanAForgeTakes(_ count: Int) throws {
    let text = try large(count).rendered(as: .markdown, version: "1")
    #expect(text.utf8.count <= 65_536)
    #expect(text.hasPrefix("<!-- bascule-design-review -->\n## Design review\n"))
  }

  @Test func annotationsAreNoMoreThanAStepShows() throws {
    let lines = try large(300).rendered(as: .github, version: "1").split(separator: "\n")
    #expect(lines.count == 10)
    #expect(lines.last == "::error title=bascule::and 291 more; see the summary")
  }

  @Test func aFingerprintStaysWhereLinesMove() throws {
    let review = try review("contract/path-changed")
    let log = review.rendered(as: .sarif, version: "1")
    let finding = try #require(review.findings.first { $0.rule.id == "contract/path-changed" })
    #expect(log.contains("\"basculeFinding/v1\": \"\(finding.fingerprint)\""))
    #expect(review.rendered(as: .gitlab, version: "1").contains(finding.fingerprint))
  }

  @Test func anAcceptedFindingIsToldAndDoesNotCount() throws {
    let page = try #require(ReviewCase.all.first { $0.rule == "contract/path-changed" })
    var review = DesignReview(try page.input())
    #expect(review.fails(at: .error))
    review.findings = review.findings.map { finding in
      var finding = finding
      finding.acceptance = FindingAcceptance(because: "Agreed.", until: "2026-12-31", by: "A")
      return finding
    }
    #expect(!review.fails(at: .note))
    #expect(review.rendered(as: .sarif, version: "1").contains("\"justification\": \"Agreed.\""))
    #expect(review.rendered(as: .junit, version: "1").contains("<skipped message=\"Agreed.\"/>"))
    #expect(review.rendered(as: .terminal, version: "1").contains("accepted by A until 2026-12-31: Agreed."))
    #expect(review.rendered(as: .github, version: "1") == "")
  }

  @Test func pathsBecomeReferencesAndCommandsStayOne() {
    #expect(SARIF.uri("a b/ü#?.yaml") == "a%20b/%C3%BC%23%3F.yaml")
  }
}
