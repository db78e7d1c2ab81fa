import Diagnostics
import DocumentSchema
import JSONSyntax
import Testing
import YAMLSyntax

@Suite struct ShapeFindingTests {
  private static let profile = Shape.mapping([
    .required("profile", .constant(1)),
    .required(
      "id", .text(TextPattern("an id in kebab-case", "^[a-z]+(-[a-z]+)*$")),
      "Names everything that is generated."),
    .optional("title", .text(length: 3...20, singleLine: true)),
    .optional("human-waits", .boolean),
    .optional("direction", .enumeration(["inbound", "outbound"], unknownValue: "profile/unknown-answer")),
    .optional("volume", .integer(1...5_000)),
    .optional("skills", .list(of: .text(), minimum: 1, unique: true)),
    .optional(
      "within",
      .choice(
        .text(TextPattern("a duration such as 15m", "^[0-9]+[smh]$")), .enumeration(["real-time", "batch"]))),
    .optional(
      "then",
      .list(
        of: .choice(
          .mapping([.required("exclude", .list(of: .text()))]),
          .mapping([.required("prefer", .text()), .required("points", .integer(-100...100))])))),
    .optional("names", .dictionary(of: .text(), keys: TextPattern("a letter", "^[a-z]$"), minimum: 1)),
  ])

  private func findings(_ text: String, header: String = "profile: 1\nid: a-b\n") throws -> [Diagnostic] {
    var bag = DiagnosticBag()
    let tree = try #require(YAMLTree.parse(SourceFile(name: "a.yaml", text: header + text), into: &bag))
    Self.profile.check(tree.root, into: &bag)
    return bag.sorted
  }

  @Test(arguments: [
    ("{ prefr: a }", ["lacks the key 'points'", "has no key 'prefr'; did you mean 'prefer'?"]),
    ("{ exclde: [a], points: 5 }", ["has no key 'exclde'; did you mean 'exclude'?", "has no key 'points'"]),
    ("{ points: 5 }", ["lacks the key 'prefer'"]),
    ("{ colour: a }", ["lacks the key 'exclude'", "has no key 'colour'"]),
  ])
  func theKeysTellWhichAlternativeIsMeant(_ item: String, _ messages: [String]) throws {
    let expected = messages.map { "An item of 'then' \($0)" }
    #expect(try findings("then: [ \(item) ]").map(\.message) == expected)
  }

  @Test(arguments: [
    ("titel: abc", "shape/unknown-key", "The document has no key 'titel'; did you mean 'title'?", "3:1"),
    ("colour: abc", "shape/unknown-key", "The document has no key 'colour'", "3:1"),
    ("title: 5", "shape/kind", "'title' must be a text; without quotes '5' is a number", "3:8"),
    ("title: true", "shape/kind", "'title' must be a text; without quotes 'true' is a boolean", "3:8"),
    ("title:", "shape/kind", "'title' has no value; expected a text on one line", "3:1"),
    ("title: [a]", "shape/kind", "'title' must be a text on one line, not a list", "3:8"),
    ("title: ab", "shape/text", "'title' must have at least 3 characters and has 2", "3:8"),
    ("title: ''", "shape/text", "'title' must not be empty", "3:8"),
    ("title: \"abc\\nd\"", "shape/text", "'title' must be a text on one line", "3:8"),
    ("human-waits: yes", "shape/kind", "'human-waits' must be true or false, not the text 'yes'", "3:14"),
    (
      "direction: inbuond", "profile/unknown-answer",
      "'direction' cannot be 'inbuond'; did you mean 'inbound'?", "3:12"
    ),
    ("direction: {}", "shape/kind", "'direction' must be 'inbound' or 'outbound', not a mapping", "3:12"),
    ("volume: 8s", "shape/kind", "'volume' must be a whole number from 1 to 5000, not the text '8s'", "3:9"),
    ("volume: 1.5", "shape/kind", "'volume' must be a whole number from 1 to 5000, not '1.5'", "3:9"),
    ("volume: 20_000", "shape/range", "'volume' must be a whole number from 1 to 5000, not '20_000'", "3:9"),
    ("skills: apex", "shape/kind", "'skills' must be a list, not the text 'apex'", "3:9"),
    ("skills: []", "shape/count", "'skills' must have at least 1 item", "3:9"),
    ("skills: [a, b, a]", "shape/duplicate-item", "'skills' has 'a' twice", "3:16"),
    (
      "skills: [a, 1]", "shape/kind", "An item of 'skills' must be a text; without quotes '1' is a number",
      "3:13"
    ),
    (
      "within: rael-time", "shape/unknown-value", "'within' cannot be 'rael-time'; did you mean 'real-time'?",
      "3:9"
    ),
    (
      "within: 8 s", "shape/kind",
      "'within' must be a duration such as 15m, or 'real-time' or 'batch', not the text '8 s'", "3:9"
    ),
    ("then: [{prefer: a}]", "shape/missing-key", "An item of 'then' lacks the key 'points'", "3:9"),
    (
      "then: [{prefre: a, points: 1}]", "shape/unknown-key",
      "An item of 'then' has no key 'prefre'; did you mean 'prefer'?", "3:9"
    ),
    ("names: {A: b}", "shape/key-spelling", "A key of 'names' must be a letter, not 'A'", "3:9"),
    ("names: {}", "shape/count", "'names' must have at least 1 entry", "3:8"),
  ])
  func saysWhatIsWrongAndWhere(text: String, id: DiagnosticID, message: String, place: String) throws {
    let findings = try findings(text)
    #expect(findings.map(\.id) == [id])
    #expect(findings.map(\.message) == [message])
    #expect(findings.first?.severity == .error)
    let start = try #require(findings.first?.primary?.location.range.start)
    #expect("\(start.line):\(start.column)" == place)
  }

  @Test func reportsAllFindingsInOneRun() throws {
    let findings = try findings("idd: x\ntitle: 1\nhuman-waits: 2\n", header: "")
    #expect(findings.map(\.id) == [.shapeMissingKey, .shapeUnknownKey, .shapeKind, .shapeKind])
    #expect(findings[1].message == "The document has no key 'idd'; did you mean 'id'?")
    #expect(findings[0].message == "The document lacks the key 'profile'")
  }

  @Test func saysWhatAMissingKeyMeans() throws {
    let finding = try #require(try findings("profile: 1", header: "").first)
    #expect(finding.notes == ["Names everything that is generated.", "Expected an id in kebab-case"])
  }

  @Test(arguments: [
    ("titel: abc", "title"), ("title: 500", "\"500\""), ("human-waits: yes", "true"),
    ("direction: outbund", "outbound"),
    ("skills: apex", "[apex]"), ("volume: '12'", "12"), ("within: bacth", "batch"),
  ])
  func offersTheEditThatCuresIt(text: String, replacement: String) throws {
    let finding = try #require(try findings(text).first)
    let edit = try #require(finding.fixes.first?.edits.first)
    #expect(edit.replacement == replacement)
    let line = try #require(finding.primary?.location.file.line(3))
    let columns = edit.location.range.start.column - 1..<edit.location.range.end.column - 1
    let head = String(line.prefix(columns.lowerBound))
    let tail = String(line.dropFirst(columns.upperBound))
    #expect(try self.findings(head + edit.replacement + tail).isEmpty)
  }

  @Test func ofSeveralValuesThatAWordIsPartOfNoneIsMeant() throws {
    let shape = Shape.mapping([.optional("by", .enumeration(["mail", "bus-one", "file", "bus-two"]))])
    func finding(_ word: String) throws -> Diagnostic {
      var bag = DiagnosticBag()
      let file = SourceFile(name: "a.yaml", text: "by: \(word)\n")
      shape.check(try #require(YAMLTree.parse(file, into: &bag)).root, into: &bag)
      return try #require(bag.sorted.first)
    }
    let several = try finding("bus")
    #expect(several.message == "'by' cannot be 'bus'")
    #expect(several.notes == ["The values are bus-one, bus-two, mail, file"])
    #expect(several.fixes.isEmpty)
    #expect(try finding("two").message == "'by' cannot be 'two'; did you mean 'bus-two'?")
  }

  @Test(arguments: [
    ("title: yes", 1), ("title: 'yes'", 0), ("title: 20_000", 1), ("volume: 20_0", 0), ("volume: 0x1F", 1),
    ("volume: 1_000", 0), ("volume: 1e3", 1), ("skills: [on, 1:30]", 2), ("title: 2026-01-31", 0),
  ])
  func warnsOfSpellingsThatReadersUnderstandDifferently(text: String, count: Int) throws {
    let findings = try findings(text)
    #expect(findings.filter { $0.id == .shapeAmbiguous && $0.severity == .warning }.count == count)
  }

  @Test(arguments: [
    "skills: [\(Array(repeating: "1", count: 300).joined(separator: ", "))]",
    (0..<300).map { "key\($0): 1" }.joined(separator: "\n"),
  ])
  func stopsAfterAHundredErrorsAndSaysSo(_ text: String) throws {
    let findings = try findings(text)
    #expect(findings.count { $0.severity == .error } == 100)
    #expect(findings.contains { $0.id == .shapeMore && $0.severity == .note })
  }
}
