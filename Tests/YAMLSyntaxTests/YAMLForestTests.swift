import Diagnostics
import Testing
import YAMLSyntax

@Suite struct YAMLForestTests {
  /// Text in memory that is never given back, as a literal's is.
  private static func permanent(_ text: String) -> UnsafeBufferPointer<UInt8> {
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
    _ = memory.initialize(from: text.utf8)
    return UnsafeBufferPointer(memory)
  }

  private static func tree(_ name: String, _ text: String) throws -> YAMLTree {
    var bag = DiagnosticBag()
    return try #require(YAMLTree.parse(SourceFile(name: name, text: text), into: &bag))
  }

  private static func spans(_ node: YAMLNode) -> [String] {
    [node.span, "\(node.style)"] + node.elements.flatMap(spans)
      + node.entries.flatMap { spans($0.key) + spans($0.value) }
  }

  @Test func keepsNodesPlacesAndNames() throws {
    let trees = [
      try Self.tree("b.yaml", YAMLTreeTests.sample),
      try Self.tree("a.yaml", "x: &a [1, \"é\\n\\0\"]\ny: [*a, !!str 1]"),
      try Self.tree("ü.yaml", "alone"),
    ]
    let text = try #require(YAMLForest.embed(trees))
    let forest = try #require(YAMLForest(embedded: Self.permanent(text)))
    #expect(forest.trees.map(\.file.name) == ["a.yaml", "b.yaml", "ü.yaml"])
    for (copy, tree) in zip(forest.trees, trees.sorted { $0.file.name < $1.file.name }) {
      #expect(copy.root.outline == tree.root.outline)
      #expect(Self.spans(copy.root) == Self.spans(tree.root))
    }
    let first = forest.tree(at: 0)
    #expect(first.root["y"]?.elements.map(\.coreValue).last == .string("1"))
  }

  @Test func embeddingAForestAgainGivesTheSameText() throws {
    let trees = [try Self.tree("a.yaml", "x: &a [1]\ny: *a"), try Self.tree("b.yaml", "y: &b {x: 1}\nz: *b")]
    let text = try #require(YAMLForest.embed(trees.reversed()))
    let forest = try #require(YAMLForest(embedded: Self.permanent(text)))
    #expect(YAMLForest.embed(forest.trees) == text)
  }

  @Test func anEmptyForestIsAForest() throws {
    let text = try #require(YAMLForest.embed([]))
    #expect(YAMLForest(embedded: Self.permanent(text))?.trees.isEmpty == true)
  }

  @Test func refusesWhatIsNoForest() throws {
    let text = try #require(YAMLForest.embed([try Self.tree("a.yaml", "x: 1")]))
    #expect(YAMLForest(embedded: "") == nil)
    #expect(YAMLForest(embedded: "a text that is no forest but long enough to be one") == nil)
    #expect(YAMLForest(embedded: Self.permanent(String(text.dropLast()))) == nil)
    #expect(YAMLForest(embedded: Self.permanent(text + "x")) == nil)
    #expect(YAMLForest(embedded: Self.permanent("grove" + text.dropFirst(5))) == nil)
  }
}
