import Testing

@testable import Generation

@Suite struct FileMergeTests {
  /// Merges as `git merge-file` does where it cannot: everything overlaps.
  private func merge(
    _ base: String, _ ours: String, _ theirs: String, _ language: TargetLanguage = .text,
    lines: @escaping (LineMerge) -> LineMerge.Outcome = { _ in .overlapping(Array("<<<<<<<".utf8)) }
  ) -> FileMerge.Outcome {
    FileMerge(format: FileFormat(language, Self.lists), mergeLines: lines).merge(
      LineMerge(base: Array(base.utf8), ours: Array(ours.utf8), theirs: Array(theirs.utf8)))
  }

  private static let lists = DocumentLists([
    ListRule(
      container: ["project", "dependencies"],
      items: [ListRule.Item(name: "dependency", keys: ["groupId", "artifactId"])]),
    ListRule(
      container: ["Labels"],
      items: [
        ListRule.Item(name: "group", keys: ["name"], inner: [ListRule.Item(name: "label")]),
        ListRule.Item(name: "owner"),
      ]),
  ])

  private func merged(_ text: String) -> FileMerge.Outcome { .merged(Array(text.utf8)) }

  private static let marked = FileMerge.Outcome.conflict(marked: Array("<<<<<<<".utf8))

  @Test func oneSideAloneIsTakenAsItIs() {
    #expect(merge("b", "b", "t") == merged("t"))
    #expect(merge("b", "o", "b") == merged("o"))
    #expect(merge("b", "s", "s") == merged("s"))
    #expect(merge("b", "o", "t") == Self.marked)
  }

  @Test func lineEndingsOfTheTeamStay() {
    #expect(merge("a\nb\n", "a\r\nb\r\n", "a\nc\n") == merged("a\r\nc\r\n"))
    let outcome = merge(
      "a\nb\n", "x\r\nb\r\n", "a\nb\nc\n",
      lines: { merge in
        #expect(!merge.ours.contains(UInt8(ascii: "\r")))
        return .clean(Array("x\nb\nc\n".utf8))
      })
    #expect(outcome == merged("x\r\nb\r\nc\r\n"))
  }

  /// A line that a tool appended to a file of Windows ends as the tool likes.
  @Test(arguments: [
    ("a\r\nb\r\nc\r\nx\n", "n\r\nb\r\nc\r\nx\r\n"), ("a\nb\nc\nx\r\n", "n\nb\nc\nx\n"),
  ])
  func lineEndingsThatAreMixedAreNoEdits(ours: String, expected: String) {
    let outcome = merge(
      "a\nb\nc\n", ours, "n\nb\nc\n",
      lines: { merge in
        merge.ours.contains(UInt8(ascii: "\r"))
          ? .overlapping(Array("<<<<<<<".utf8)) : .clean(Array("n\nb\nc\nx\n".utf8))
      })
    #expect(outcome == merged(expected))
    // What git merges as it is stays as git has it.
    let clean = Array("any".utf8)
    #expect(merge("a\nb\nc\n", ours, "n\nb\nc\n", lines: { _ in .clean(clean) }) == .merged(clean))
    #expect(merge("a\nb\nc\n", ours, "n\nb\nc\n") == Self.marked)
  }

  @Test func aSideThatChangedTheLayoutOnlyGivesWay() {
    #expect(merge("{\"a\":1}\n", "{ \"a\": 1 }\n", "{\"a\":2}\n", .json) == merged("{\"a\":2}\n"))
    #expect(merge("{\"a\":1}\n", "{ \"a\": 2 }\n", "{ \"a\":1 }\n", .json) == merged("{ \"a\": 2 }\n"))
    #expect(merge("{\"a\":1}\n", "{ \"a\": 2 }\n", "{\"a\":2}\n", .json) == merged("{ \"a\": 2 }\n"))
    #expect(merge("{\"a\":1}\n", "{ \"a\": 3 }\n", "{\"a\":2}\n", .json) == Self.marked)
  }

  @Test func aResultThatDoesNotParseIsAConflict() {
    let broken: (LineMerge) -> LineMerge.Outcome = { _ in .clean(Array("{\"a\":1\n".utf8)) }
    let outcome = merge("{\"a\":1}\n", "{\"a\":2}\n", "{\"a\":3}\n", .json, lines: broken)
    guard case .conflict(let text?) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(MergeMarkers.areIn(text))
    #expect(String(decoding: text, as: UTF8.self).contains("{\"a\":2}\n=======\n{\"a\":3}\n"))
  }

  @Test func withoutAToolOnlyWhatNeedsItFails() {
    let none: (LineMerge) -> LineMerge.Outcome = { _ in .unavailable("there is no git") }
    #expect(merge("b", "o", "t", lines: none) == .unavailable("there is no git"))
    #expect(merge("b", "b", "t", lines: none) == merged("t"))
    #expect(merge("a\n", "a  \n", "c\n", lines: none) == merged("c\n"))
  }

  @Test func whatIsNoTextIsNotMerged() {
    #expect(merge("a", "b\u{0}", "c") == .conflict(marked: nil))
  }

  private func package(_ types: [(String, [String])], version: String = "60.0", note: String = "") -> String {
    let lists = types.map { name, members in
      "    <types>\n\(members.map { "        <members>\($0)</members>\n" }.joined())        <name>\(name)</name>\n    </types>\n"
    }
    return "<Package>\n\(note)\(lists.joined())    <version>\(version)</version>\n</Package>\n"
  }

  @Test func listsMergeAsSets() {
    let base = package([("ApexClass", ["A", "B"])])
    let ours = package([("ApexClass", ["A", "B", "Mine"]), ("Flow", ["F"])])
    let theirs = package([("ApexClass", ["A", "New"])], version: "61.0")
    let outcome = merge(base, ours, theirs, .xml)
    #expect(
      outcome == merged(package([("ApexClass", ["A", "New", "Mine"]), ("Flow", ["F"])], version: "61.0")))
  }

  @Test func whatBothSidesPutIntoAnEmptyListIsMergedAsASet() {
    let ours = package([("ApexClass", ["Mine"]), ("Flow", ["F"])])
    let theirs = package([("ApexClass", ["New"])])
    let expected = package([("ApexClass", ["New", "Mine"]), ("Flow", ["F"])])
    #expect(merge(package([]), ours, theirs, .xml) == merged(expected))
    #expect(merge("<Package/>\n", ours, theirs, .xml) == merged(expected))
    // Without the list there is no place in which an addition could be seen as one.
    #expect(merge("<Other/>\n", ours, theirs, .xml) == Self.marked)
  }

  @Test func aListThatLinesMergeWithRepetitionsIsMergedAsASet() {
    let base = package([("ApexClass", ["A"])])
    let ours = package([("ApexClass", ["N", "A"])])
    let theirs = package([("ApexClass", ["A", "N"])])
    let doubled: (LineMerge) -> LineMerge.Outcome = { _ in
      .clean(Array(self.package([("ApexClass", ["N", "A", "N"])]).utf8))
    }
    #expect(merge(base, ours, theirs, .xml, lines: doubled) == merged(ours))
  }

  private func labels(
    _ groups: [(name: String, note: String, labels: [String])], owners: [String], title: String = "T"
  ) -> String {
    let lists = groups.map { name, note, labels in
      "  <group>\n    <name>\(name)</name>\n\(labels.map { "    <label>\($0)</label>\n" }.joined())    <note>\(note)</note>\n  </group>\n"
    }
    return "<Labels>\n\(lists.joined())  <title>\(title)</title>\n"
      + owners.map { "  <owner>\($0)</owner>\n" }.joined() + "</Labels>\n"
  }

  @Test func eachKindOfItemIsAListOfItsOwnWhateverStandsBetweenThem() {
    let base = labels([("a", "n", ["1"])], owners: ["x"])
    let ours = labels([("a", "n", ["1", "mine"])], owners: ["x", "me"])
    let theirs = labels([("a", "n", ["1", "new"]), ("b", "n", [])], owners: ["y", "x"], title: "U")
    let expected = labels(
      [("a", "n", ["1", "new", "mine"]), ("b", "n", [])], owners: ["y", "x", "me"], title: "U")
    #expect(merge(base, ours, theirs, .xml) == merged(expected))
  }

  @Test func whatAnItemHoldsBesidesItsListIsNotLost() {
    let base = labels([("a", "n", ["1"])], owners: ["x"])
    let ours = labels([("a", "n", ["1", "mine"])], owners: ["x"])
    let theirs = labels([("a", "better", ["1", "new"])], owners: ["x"])
    let expected = labels([("a", "better", ["1", "new", "mine"])], owners: ["x"])
    #expect(merge(base, ours, theirs, .xml) == merged(expected))
    let other = labels([("a", "worse", ["1", "mine"])], owners: ["x"])
    #expect(merge(base, other, theirs, .xml) == Self.marked)
  }

  @Test func commentsInAListSurviveOrStopTheMerge() {
    let base = package([("ApexClass", ["A", "B"])])
    let note = "    <!-- ours -->\n"
    let ours = package([("ApexClass", ["A", "B", "Mine"])], note: note)
    let theirs = package([("ApexClass", ["A", "B", "New"])])
    let expected = package([("ApexClass", ["A", "B", "New", "Mine"])], note: note)
    #expect(merge(base, ours, theirs, .xml) == merged(expected))
    // The item before the comment is gone.
    let noted = ours.replacing("        <members>B<", with: "        <!-- b -->\n        <members>B<")
    let later = package([("ApexClass", ["B", "New"])])
    let left = package([("ApexClass", ["B", "New", "Mine"])], note: note)
      .replacing("        <members>B<", with: "        <!-- b -->\n        <members>B<")
    #expect(merge(base, noted, later, .xml) == merged(left))
    let within = ours.replacing("        <members>B<", with: "        <!-- b --><members>B<")
    let without = package([("ApexClass", ["A"])])
    #expect(merge(base, within, without, .xml) == Self.marked)
  }

  @Test func dependenciesMergeByTheirCoordinates() {
    func pom(_ dependencies: [(String, String)]) -> String {
      let list = dependencies.map { id, version in
        "    <dependency>\n      <groupId>g</groupId>\n      <artifactId>\(id)</artifactId>\n      <version>\(version)</version>\n    </dependency>\n"
      }
      return "<project>\n  <dependencies>\n\(list.joined())  </dependencies>\n</project>\n"
    }
    let base = pom([("a", "1"), ("b", "1")])
    let ours = pom([("mine", "1"), ("a", "1"), ("b", "1")])
    let theirs = pom([("a", "2"), ("b", "1"), ("new", "1")])
    #expect(
      merge(base, ours, theirs, .xml) == merged(pom([("mine", "1"), ("a", "2"), ("b", "1"), ("new", "1")])))
    // Both changed one version, each to another.
    #expect(merge(base, pom([("a", "3"), ("b", "1")]), theirs, .xml) == Self.marked)
    // The team took one out, which the templates now change.
    #expect(merge(base, pom([("b", "1")]), theirs, .xml) == Self.marked)
    // The team took one out, which the templates leave alone.
    #expect(merge(base, pom([("a", "1")]), theirs, .xml) == merged(pom([("a", "2"), ("new", "1")])))
  }
}

@Suite struct MergeMarkersTests {
  @Test func areAWholeSet() {
    #expect(MergeMarkers.areIn(Array("a\n<<<<<<< yours\nb\n=======\nc\n>>>>>>> generated\n".utf8)))
    // One that was overlooked when the others were removed.
    #expect(MergeMarkers.areIn(Array("a\nb\n=======\nc\n>>>>>>> generated\r\nd\n".utf8)))
    #expect(MergeMarkers.areIn(Array("<<<<<<< yours\na\n".utf8)))
    #expect(!MergeMarkers.areIn(Array(">>>>>>> generated text\n>>>>>>> x\n<<<<<<< yours truly".utf8)))
    #expect(MergeMarkers.areIn(Array("<<<<<<< HEAD\r\nb\r\n=======\r\nc\r\n>>>>>>> x\r\n".utf8)))
  }

  @Test(arguments: [
    "", "Title\n=======\ntext\n", "<<<<<<< a\n", ">>>>>>> a\n=======\n<<<<<<< b\n",
    "a <<<<<<< yours\n=======\n>>>>>>> x\n",
  ])
  func areNotWhatLooksLikeThem(text: String) {
    #expect(!MergeMarkers.areIn(Array(text.utf8)))
  }
}
