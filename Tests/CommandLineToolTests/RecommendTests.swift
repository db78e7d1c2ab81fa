import Diagnostics
import JSONSyntax
import TestSupport
import Testing

/// What is recommended for the example that the documentation shows.
@Suite struct RecommendTests {
  private func recommend(_ format: String) throws -> Outcome {
    try Run("recommend", "profile.yaml", "--format", format).in(Scratch.withExample()).exits(0)
  }

  @Test(arguments: [("terminal", "txt"), ("markdown", "md"), ("json", "json")])
  func isThatOfThePage(_ format: String, _ ending: String) throws {
    let output = try recommend(format).output
    // The digest of the catalog changes with every comment in it.
    let text = output.replacing(/"digest": "sha256:[0-9a-f]{64}"/, with: "\"digest\": \"sha256:…\"")
    #expect(Golden.difference(of: text, from: "recommend/opportunity-to-order.\(ending)") == nil)
  }

  private func payload(_ arguments: String...) throws -> JSONValue {
    let outcome = try Run(["recommend", "--format", "json"] + arguments).in(Scratch.withExample()).exits(0)
    var bag = DiagnosticBag()
    return try #require(JSONValue.parse(SourceFile(name: "json", text: outcome.output), into: &bag))
  }

  private func first(_ value: JSONValue?, _ key: String) throws -> JSONValue {
    guard case .array(let items)? = value?[key] else {
      Issue.record("\(key) is no array")
      return .null
    }
    return try #require(items.first, "\(key) is empty")
  }

  private func expect(
    _ value: JSONValue?, has keys: String..., sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    for key in keys { #expect(value?[key] != nil, "\(key)", sourceLocation: sourceLocation) }
  }

  @Test func theDocumentHasItsDocumentedKeys() throws {
    let document = try payload("profile.yaml")
    #expect(document["schema"] == "decision/1")
    expect(
      document, has: "profile", "catalog", "recommendation", "candidates", "unknowns", "flips", "capacity",
      "antiPatterns")
    #expect(document["profile"]?["path"] == "profile.yaml")
    expect(document["profile"], has: "id", "title", "path")
    expect(document["catalog"], has: "version", "digest")
    expect(
      try first(document, "capacity"), has: "limit", "demand", "allowance", "share", "verdict", "because",
      "source")
    expect(try first(document, "antiPatterns"), has: "id", "because", "instead", "source")
  }

  @Test func theRecommendationHasItsDocumentedKeys() throws {
    let recommendation = try payload("profile.yaml")["recommendation"]
    expect(
      recommendation, has: "pattern", "topology", "technologies", "practices", "warnings", "margin", "settled"
    )
    #expect(recommendation?["pattern"]?["id"] == "fire-and-forget")
    #expect(recommendation?["topology"]?["id"] == "middleware-orchestration")
    for key in ["pattern", "topology"] { expect(recommendation?[key], has: "id", "title", "score") }
    expect(try first(recommendation, "technologies"), has: "id", "role", "score")
    expect(try first(recommendation, "practices"), has: "id", "because", "source")
  }

  @Test func candidatesHaveTheirDocumentedKeys() throws {
    let candidates = try payload("profile.yaml")["candidates"]
    for kind in ["patterns", "topologies", "technologies"] {
      expect(try first(candidates, kind), has: "id", "eligible", "score", "contributions", "excludedBy")
    }
    let contribution = try first(try first(candidates, "patterns"), "contributions")
    expect(contribution, has: "rule", "effect", "points", "restsOn", "because", "source")
    guard case .array(let patterns)? = candidates?["patterns"] else { return }
    let excluded = try #require(patterns.first { $0["eligible"] == false })
    expect(try first(excluded, "excludedBy"), has: "rule", "because", "source")
  }

  @Test func whatIsOpenHasItsDocumentedKeys() throws {
    let document = try payload("profile.yaml")
    let unknown = try first(document, "unknowns")
    expect(unknown, has: "requirement", "asks", "canChange", "outcomes")
    expect(try first(unknown, "outcomes"), has: "if", "pattern", "topology", "technologies")
    let flip = try first(document, "flips")
    expect(flip, has: "set", "to")
    expect(flip["to"], has: "pattern")
  }

  @Test func severalProfilesAreAnArray() throws {
    let scratch = try Scratch()
    for id in ["b", "a"] { try scratch.write("all/\(id).yaml", "profile: 1\nid: \(id)\ntitle: \(id)\n") }
    let outcome = try Run("recommend", "all", "--format", "json").in(scratch).exits(0)
    var bag = DiagnosticBag()
    let parsed = try #require(JSONValue.parse(SourceFile(name: "json", text: outcome.output), into: &bag))
    guard case .array(let documents) = parsed else { throw ParsingFailure() }
    #expect(documents.map { $0["profile"]?["id"] } == ["a", "b"])
  }

  @Test func nothingStatedIsNothingDecided() throws {
    let scratch = try Scratch()
    try scratch.write("profile.yaml", "profile: 1\nid: nothing\ntitle: Nothing is known\n")
    try Run("recommend", "profile.yaml").in(scratch).exits(0).matches("transcripts/nothing-known.txt")
  }
}

/// A document is not what it should be.
private struct ParsingFailure: Error {}
