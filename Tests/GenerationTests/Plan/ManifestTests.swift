import Diagnostics
import Generation
import Hashing
import TestSupport
import Testing

@Suite struct ManifestTests {
  private static let a = "sha256:" + String(repeating: "a", count: 64)
  private static let b = "sha256:" + String(repeating: "b", count: 64)
  private static let good =
    #"{"path":"x/run.sh","kind":"script","ownership":"merged","executable":true,"contents":"\#(a)","template":"\#(b)"}"#

  private func read(_ text: String) -> (manifest: Manifest?, findings: [Diagnostic]) {
    var bag = DiagnosticBag()
    let file = SourceFile(name: "manifest.jsonl", text: text)
    let manifest = Manifest.read(file, into: &bag)
    return (manifest, bag.sorted)
  }

  @Test func hasOneLinePerFileInTheOrderOfTheirPaths() throws {
    let contents = try #require(Digest(Self.a))
    let template = try #require(Digest(Self.b))
    let manifest = Manifest([
      Manifest.Entry(
        path: try RelativePath("x/run.sh"), kind: "script", ownership: .merged, isExecutable: true,
        contents: contents, template: template),
      Manifest.Entry(
        path: try RelativePath("a.txt"), kind: "text", ownership: .seeded, contents: contents,
        template: template),
    ])
    #expect(
      String(decoding: manifest.rendered(), as: UTF8.self) == """
        {"manifest":1}
        {"path":"a.txt","kind":"text","ownership":"seeded","contents":"\(Self.a)","template":"\(Self.b)"}
        \(Self.good)

        """)
  }

  @Test func namesTheProfileInItsFirstLine() throws {
    let text = "{\"manifest\":1,\"profile\":\"order-intake\"}\n\(Self.good)\n"
    let (manifest, findings) = read(text)
    #expect(manifest?.profile == "order-intake" && manifest?.entries.count == 1 && findings.isEmpty)
    #expect(manifest.map { String(decoding: $0.rendered(), as: UTF8.self) } == text)
    #expect(read("{\"manifest\":1}\n\(Self.good)\n").manifest?.profile == nil)
  }

  @Test func isReadBackFromItsText() throws {
    var random = SplitMix64(seed: 7)
    for count in 0..<40 {
      let entries = try (0..<count).map { index in
        Manifest.Entry(
          path: try RelativePath("d\(Int.random(in: 0..<9, using: &random))/é '\(index)"), kind: "k\(index)",
          ownership: Ownership.allCases.randomElement(using: &random) ?? .managed,
          isExecutable: Bool.random(using: &random), contents: Digest(of: [UInt8(index)]),
          template: Digest(of: [UInt8(index), 1]))
      }
      let manifest = Manifest(entries.shuffled(using: &random))
      let (again, findings) = read(String(decoding: manifest.rendered(), as: UTF8.self))
      #expect(again == manifest)
      #expect(findings.isEmpty)
    }
  }

  @Test(arguments: [
    ("", "line 1 of the manifest cannot be read: the file is empty"),
    ("{}\n", "line 1 of the manifest cannot be read: it does not name the format, as in {\"manifest\":1}"),
    (
      "{\"manifest\":0}\n",
      "line 1 of the manifest cannot be read: it does not name the format, as in {\"manifest\":1}"
    ),
    (
      "{\"manifest\":1,\"profile\":7}\n",
      "line 1 of the manifest cannot be read: 'profile' is no id of a profile"
    ),
    ("[1]\n", "line 1 of the manifest cannot be read: it is not an object"),
    ("{\"manifest\":1}\n \r\n", "line 2 of the manifest cannot be read: it is blank"),
    ("{\"manifest\":1}\n[]\n", "line 2 of the manifest cannot be read: it is not an object"),
  ])
  func refusesWhatIsNoManifest(text: String, message: String) {
    let (manifest, findings) = read(text)
    #expect(manifest == nil)
    #expect(findings.map(\.message) == [message])
    #expect(findings.map(\.id) == [.manifestCorruptLine])
  }

  @Test(arguments: [
    ("\"executable\":true,", "\"executable\":1,", "'executable' is neither true nor false"),
    ("\"kind\":\"script\",", "", "it has no text 'kind'"),
    ("\"script\"", "\"\"", "it has no text 'kind'"),
    ("\"script\"", "7", "it has no text 'kind'"),
    ("merged", "mine", "'mine' is no ownership"),
    ("\(a)", "sha1:00", "'contents' is no digest"),
    ("\"kind\"", "\"date\":\"today\",\"kind\"", "'date' is no key of it"),
    ("x/run.sh", ".bascule/manifest.jsonl", "'.bascule/manifest.jsonl' is no generated file"),
  ])
  func refusesALineThatBasculeWouldNotWrite(part: String, other: String, reason: String) throws {
    let line = try #require(replacing(part, by: other, in: Self.good))
    let (manifest, findings) = read("{\"manifest\":1}\n" + line + "\n")
    #expect(manifest == nil)
    #expect(findings.map(\.message) == ["line 2 of the manifest cannot be read: " + reason])
    #expect(findings.first?.primary?.location.range.start == SourcePosition(line: 2, column: 1))
  }

  @Test(arguments: [("x/run.sh", "../../evil"), ("x/run.sh", "/etc/passwd"), ("x/run.sh", ".git/config")])
  func refusesAPathThatLeadsElsewhere(part: String, other: String) throws {
    let line = try #require(replacing(part, by: other, in: Self.good))
    let (manifest, findings) = read("{\"manifest\":1}\n" + line + "\n")
    #expect(manifest == nil)
    #expect(findings.count == 1)
    #expect(findings.first?.id.description.hasPrefix("path/") == true)
    #expect(findings.first?.primary?.location.range.start.line == 2)
  }

  @Test func reportsEveryBadLine() {
    let (manifest, findings) = read("{\"manifest\":1}\n{\n\(Self.good)\n\n\(Self.good)\n")
    #expect(manifest == nil)
    #expect(findings.map(\.id) == [.manifestCorruptLine, .manifestCorruptLine, .manifestRepeatedPath])
    #expect(findings.map { $0.primary?.location.range.start.line } == [2, 4, 5])
    #expect(findings.last?.secondary.first?.location.range.start.line == 3)
  }

  @Test(arguments: ["<<<<<<< ours", "=======", ">>>>>>> theirs", "||||||| base"])
  func saysThatAMergeIsUnresolved(marker: String) {
    let (manifest, findings) = read("{\"manifest\":1}\n\(Self.good)\n\(marker)\n\(marker)\n")
    #expect(manifest == nil)
    #expect(findings.map(\.id) == [.manifestConflictMarkers])
    #expect(findings.first?.primary?.location.range.start.line == 3)
  }

  @Test func saysThatANewerProgramWroteIt() {
    let (manifest, findings) = read("{\"manifest\":2,\"more\":true}\n{\"entirely\":\"different\"}\n")
    #expect(manifest == nil)
    #expect(findings.map(\.id) == [.manifestNewerFormat])
  }

  @Test func isReadWithoutAFinalLineBreakAndInAnyOrder() throws {
    let other = try #require(replacing("x/run.sh", by: "a", in: Self.good))
    let (manifest, findings) = read("{\"manifest\":1}\n\(Self.good)\n\(other)")
    #expect(findings.isEmpty)
    #expect(manifest?.entries.map(\.path.description) == ["a", "x/run.sh"])
  }

  private func replacing(_ part: String, by other: String, in text: String) -> String? {
    text.firstRange(of: part).map { text.replacingCharacters(in: $0, with: other) }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with other: String) -> String {
    self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
