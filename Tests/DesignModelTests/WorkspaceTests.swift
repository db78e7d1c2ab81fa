import DesignModel
import Diagnostics
import DocumentSchema
import CatalogModel
import Requirements
import TestSupport
import Testing
import YAMLSyntax

@Suite struct WorkspaceReadingTests {
  private func read(_ text: String) throws -> (
    workspace: WorkspaceFile, catalog: Catalog, findings: [Diagnostic]
  ) {
    let catalog = try Repository.catalog()
    var bag = DiagnosticBag()
    let tree = try #require(YAMLTree.parse(SourceFile(name: "bascule.yaml", text: text), into: &bag))
    WorkspaceShape(ProfileShape(catalog)).shape.check(tree.root, into: &bag)
    let workspace = WorkspaceReader(vocabulary: catalog.vocabulary).read(tree)
    WorkspaceCheck.run(workspace, catalog, into: &bag)
    return (workspace, catalog, bag.sorted)
  }

  private func ids(_ text: String) throws -> [String] { try read(text).findings.map(\.id.description) }

  @Test func theLeast() throws {
    let (workspace, _, findings) = try read("workspace: 1\n")
    #expect(findings.isEmpty)
    #expect(workspace.settings == WorkspaceSettings())
    #expect(workspace.review == ReviewPolicy())
    #expect(workspace.org.places.isEmpty && workspace.outline.profiles.isEmpty)
  }

  @Test func theExampleOfTheDocumentation() throws {
    let page = String(decoding: try Repository.file("docs/workspace.md").contents, as: UTF8.self)
    let start = try #require(page.firstRange(of: "```yaml\n")?.upperBound)
    let end = try #require(page[start...].firstRange(of: "```")?.lowerBound)
    let (workspace, catalog, findings) = try read(String(page[start..<end]))
    #expect(findings.map(\.message) == [])
    #expect(workspace.title == "Integrations of Acme")
    #expect(workspace.outline.profiles.map(\.text) == ["profiles"])
    #expect(workspace.outline.designs?.text == "designs")
    #expect(
      workspace.settings
        == WorkspaceSettings(
          apiVersion: "67.0", namespace: "acme", classPrefix: "ACME_", packageDirectory: "force-app",
          mavenGroup: "com.acme.integration", muleRuntime: "4.9.16", javaVersion: "17"))
    #expect(workspace.org.baseline == ["api-requests-daily": 40_000])
    let stated = workspace.org.places.keys.map { catalog.vocabulary[$0].id.description }.sorted()
    #expect(
      stated == [
        "licensing.budget", "licensing.edition", "licensing.existing-platform", "licensing.owned",
        "licensing.salesforce-licenses",
      ])
    #expect(workspace.review.failOn == .warning)
    #expect(workspace.review.severity(of: "contract/field-removed") == .error)
    #expect(workspace.review.severity(of: "contract/field-added") == nil)
    let acceptance = try #require(workspace.review.accepted.first)
    #expect(
      acceptance.profile == "opportunity-to-order" && acceptance.subject == "create-order/request/closeDate")
    #expect(acceptance.until == Day("2026-12-31") && acceptance.by == "order-platform")
  }

  @Test(arguments: ["67", "67.0", "\"67.0\""])
  func anAPIVersionAsItIsWritten(_ text: String) throws {
    let (workspace, _, findings) = try read("workspace: 1\ngeneration: { api-version: \(text) }\n")
    #expect(findings.isEmpty)
    #expect(workspace.settings.apiVersion == "67.0")
  }

  @Test func aProfilesOwnAnswerGoesBefore() throws {
    let (workspace, catalog, _) = try read(
      "workspace: 1\norg: { edition: enterprise, salesforce-licenses: 400 }\n")
    var bag = DiagnosticBag()
    let text = "profile: 1\nid: a\ntitle: A\nlicensing: { edition: developer }\n"
    let tree = try #require(YAMLTree.parse(SourceFile(name: "a.yaml", text: text), into: &bag))
    let profile = ProfileReader(vocabulary: catalog.vocabulary).read(tree).sharing(workspace.org)
    func index(_ key: String) throws -> Int {
      try #require(catalog.vocabulary.index(of: RequirementID(section: "licensing", key: key)))
    }
    let (edition, licenses) = (try index("edition"), try index("salesforce-licenses"))
    #expect(profile.places[edition]?.file.name == "a.yaml")
    #expect(profile.answers[licenses] == .quantity(400))
    #expect(profile.places[licenses]?.file.name == "bascule.yaml")
    #expect(profile.inherited == [licenses])
  }

  @Test(arguments: ["../other", "/etc", "a/../../b", "a/..", "..", "a//b", ""])
  func aPathStaysBelowItsFolder(_ path: String) throws {
    #expect(try ids("workspace: 1\ndesigns: \"\(path)\"\n") == ["shape/text"])
    #expect(try read("workspace: 1\ndesigns: \"\(path)\"\n").workspace.outline.designs == nil)
  }

  @Test(arguments: [".", "a", "a/b", "a/b/", "..a", ".a/..b", "a b/ä"])
  func aPathBelowItsFolder(_ path: String) throws {
    #expect(try ids("workspace: 1\ndesigns: \"\(path)\"\n") == [])
  }

  @Test(arguments: [
    ("workspace: 2\n", "shape/unknown-value"),
    ("title: No version\n", "workspace/missing-key"),
    ("workspace: 1\norgs: {}\n", "workspace/unknown-key"),
    ("workspace: 1\norg: { edition: entreprise }\n", "profile/unknown-answer"),
    ("workspace: 1\norg: { baseline: { api-request-daily: 1 } }\n", "workspace/unknown-limit"),
    ("workspace: 1\norg: { baseline: { rest-body-size: 1 } }\n", "workspace/unknown-limit"),
    ("workspace: 1\ngeneration: { class-prefix: A__B }\n", "shape/text"),
    ("workspace: 1\nreview: { severities: { a/b: fatal } }\n", "shape/unknown-value"),
    (
      "workspace: 1\nreview: { accepted: [ { rule: a, because: b, until: 2026-02-29 } ] }\n",
      "workspace/no-such-day"
    ),
    (
      "workspace: 1\nreview: { accepted: [ { rule: a, until: 2026-12-31 } ] }\n",
      "workspace/missing-key"
    ),
  ])
  func aMistakeIsFound(_ text: String, _ id: String) throws {
    #expect(try ids(text) == [id])
  }

  @Test func anAcceptanceStandsOnce() throws {
    let one = "{ rule: a, profile: p, because: b, until: 2026-12-31 }"
    let other = "{ rule: a, profile: q, because: b, until: 2026-12-31 }"
    #expect(try ids("workspace: 1\nreview: { accepted: [ \(one), \(other) ] }\n") == [])
    #expect(
      try ids("workspace: 1\nreview: { accepted: [ \(one), \(other), \(one) ] }\n") == [
        "workspace/repeated-acceptance"
      ])
  }
}

@Suite struct DayTests {
  @Test(arguments: ["2026-12-31", "2024-02-29", "2000-02-29", "0001-01-01"])
  func aDay(_ text: String) { #expect(Day(text)?.description == text) }

  @Test(arguments: [
    "2026-13-01", "2026-02-29", "1900-02-29", "2026-04-31", "26-01-01", "2026-1-01", "2026-01-0a",
    "+026-01-01", "",
  ])
  func noDay(_ text: String) { #expect(Day(text) == nil) }

  @Test func daysAreOrdered() throws {
    let days = try ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01"].map { try #require(Day($0)) }
    #expect(days.sorted() == days && days[0] < days[3])
  }
}
