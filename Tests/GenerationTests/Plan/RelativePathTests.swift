import Diagnostics
import TestSupport
import Testing

@testable import Generation

@Suite struct RelativePathTests {
  @Test(arguments: [
    "a", "force-app/main/default/classes/OrderSync.cls", ".gitignore", "a/.b/c..d", "docs/0001-événement.md",
    "Object__c/fields/Name (1).xml", "console/nullable/auxiliary.txt", "com10", "a.git/x", "日本.txt",
    "a/\(String(repeating: "x", count: 200))",
  ])
  func acceptsWhatWorksEverywhere(text: String) throws {
    let path = try RelativePath(text)
    #expect(path.description == text)
    #expect(path.components.joined(separator: "/") == text)
    #expect(path.components.last == path.name)
  }

  @Test(arguments: [
    ("", RelativePath.Failure.empty), ("/etc/passwd", .absolute), ("//a", .absolute),
    ("..", .climbing(component: "..")), ("../a", .climbing(component: "..")),
    ("a/../../b", .climbing(component: "..")), ("a/.", .climbing(component: ".")),
    ("./a", .climbing(component: ".")), ("a//b", .emptyComponent), ("a/", .emptyComponent),
    ("a\0b", .invisibleCharacter("\0")), ("a\nb", .invisibleCharacter("\n")),
    ("a\u{1B}[31m", .invisibleCharacter("\u{1B}")), ("a\u{7F}", .invisibleCharacter("\u{7F}")),
    ("a\u{85}", .invisibleCharacter("\u{85}")), ("a\u{202E}b", .invisibleCharacter("\u{202E}")),
    ("a\u{2028}b", .invisibleCharacter("\u{2028}")), ("a\u{200D}b", .invisibleCharacter("\u{200D}")),
    ("a\\b", .forbiddenCharacter("\\")), ("C:/a", .forbiddenCharacter(":")),
    ("a?", .forbiddenCharacter("?")), ("con", .reservedName("con")), ("a/NUL", .reservedName("NUL")),
    ("aux.txt", .reservedName("aux.txt")), ("x/Lpt1 .a.b", .reservedName("Lpt1 .a.b")),
    ("com\u{B9}", .reservedName("com\u{B9}")), (".git/hooks/pre-commit", .reservedName(".git")),
    ("a/.GIT/config", .reservedName(".GIT")), ("GIT~1/config", .reservedName("GIT~1")),
    ("a./b", .finalDotOrSpace(component: "a.")), ("a ", .finalDotOrSpace(component: "a ")),
    ("...", .finalDotOrSpace(component: "...")),
    (String(repeating: "é", count: 101), .componentTooLong(bytes: 202)),
    (String(repeating: "abcd/", count: 200) + "x", .tooLong(bytes: 1001)),
  ])
  func refusesEverythingElse(text: String, failure: RelativePath.Failure) {
    #expect(throws: failure) { try RelativePath(text) }
  }

  @Test func theFirstLookPassesNothingThatACloserOneRefuses() {
    let words = [
      "con", "nul", "aux", "prn", "com1", "lpt9", "com", "git~1", ".git", ".", "..", "a", "Case", "lib", " ",
      "/", "//", "é", "\u{7F}", ":", "-", "_", "0", "txt", String(repeating: "x", count: 199),
    ]
    var random = SplitMix64(seed: 5)
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...7, using: &random)).map { _ in
        words.randomElement(using: &random) ?? "a"
      }.joined(separator: ["", ".", "/"].randomElement(using: &random) ?? "")
      #expect(RelativePath.failure(of: text) == RelativePath.failure(onCloserLook: text), "\(text)")
    }
  }

  @Test func acceptsTheLongestPath() throws {
    #expect(try RelativePath(String(repeating: "abcd/", count: 199) + "abcde").components.count == 200)
  }

  @Test func namesEveryFolderOnTheWay() throws {
    let path = try RelativePath("a/b/c.txt")
    #expect(path.ancestors.map(\.description) == ["a", "a/b"])
    #expect(path.parent?.description == "a/b")
    #expect(try RelativePath("a").parent == nil)
    #expect(try RelativePath("a").ancestors.isEmpty)
  }

  @Test func isComparedByBytes() throws {
    let composed = try RelativePath("\u{E9}")
    let decomposed = try RelativePath("e\u{301}")
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
    #expect(decomposed < composed)
    #expect(composed.collisionKey == decomposed.collisionKey)
    let sorted = try ["b", "a/b", "a-b", "B", "é", "a"].map { try RelativePath($0) }.sorted()
    #expect(sorted.map(\.description) == ["B", "a", "a-b", "a/b", "b", "é"])
  }

  @Test func tellsPathsThatDifferOnlyInCaseByTheirCollisionKey() throws {
    #expect(try RelativePath("Src/A.TXT").collisionKey == RelativePath("src/a.txt").collisionKey)
    #expect(try RelativePath("a/b").collisionKey != RelativePath("a-b").collisionKey)
  }

  @Test func spellsInvisibleCharactersOutInTheDiagnostic() {
    let failure = RelativePath.Failure.invisibleCharacter("\u{1B}")
    let diagnostic = failure.diagnostic(for: "a\u{1B}[2J\n")
    #expect(diagnostic.id == .pathNotPortable)
    #expect(
      diagnostic.message == "the path 'a<U+001B>[2J<U+000A>' holds the invisible character U+001B")
  }

  @Test func saysThatAClimbingPathLeavesTheTarget() {
    let diagnostic = RelativePath.Failure.climbing(component: "..").diagnostic(for: "../../evil")
    #expect(diagnostic.id == .pathOutsideTarget)
    #expect(
      diagnostic.message
        == "the path '../../evil' has '..' as a name; a generated file lies inside the target folder")
  }
}
