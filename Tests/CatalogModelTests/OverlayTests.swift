import CatalogModel
import Diagnostics
import Requirements
import TestSupport
import Testing
import YAMLSyntax

/// Overlays over the tiny catalog.
private struct Overlaid {
  let catalog: Catalog
  let findings: [Diagnostic]

  static let rule = TinyCatalog.rule(
    "likes-tools", when: "{ a.flag: true }",
    then: "[ { prefer: [hammer, tongs], points: 10 }, { exclude: anvil }, { oblige: care } ]")
  static let limit = (
    "limits/strokes.yaml",
    """
    id: strokes
    title: Strokes
    group: Tools
    unit: strokes
    scope: org
    at-least: { a.count: 1 }
    demand: [ { for: anvil, is: a.count, because: Each counts. } ]
    allowance: { any: 100 }
    severity: hard
    confidence: high
    tight-from: 0.7
    because: It wears out.
    source: book
    """
  )
  static let about = ("overlay.yaml", "overlay: 1\nid: own\ntitle: Our own\n")

  private static func parse(_ files: [(String, String)], _ folder: String) throws -> [CatalogFile] {
    var bag = DiagnosticBag()
    let parsed = files.compactMap { path, text in
      YAMLTree.parse(SourceFile(name: folder + "/" + path, text: text), into: &bag).map {
        CatalogFile(path: path, tree: $0)
      }
    }
    try #require(bag.isEmpty)
    return parsed
  }

  private static func base() throws -> [CatalogFile] {
    var files = TinyCatalog.base
    files[rule.0] = rule.1
    files[limit.0] = limit.1
    files["technologies/anvil.yaml"] =
      TinyCatalog.base["technologies/anvil.yaml", default: ""] + "\nlimits: [strokes]\n"
    return try parse(files.sorted { $0.key < $1.key }, "tiny")
  }

  /// - Parameter overlays: the files of each, in which `@ID` stands for the digest of that entry.
  init(_ overlays: [(String, String)]..., withAbout: Bool = true) throws {
    let base = try Self.base()
    let read = try overlays.enumerated().map { number, files in
      let folder = "overlay-\(number + 1)"
      let texts = try files.map { path, text in
        (path, text.replacing("@", with: try Self.digest(of: path, in: base)))
      }
      return Overlay(folder: folder, files: try Self.parse((withAbout ? [Self.about] : []) + texts, folder))
    }
    var bag = DiagnosticBag()
    catalog =
      CatalogReader.readOverlaid(base, isChecked: false, read, digest: "sha256:tiny", into: &bag).catalog
    findings = bag.sorted
  }

  static func digest(of path: String, in base: [CatalogFile]? = nil) throws -> String {
    let files = try base ?? Self.base()
    return files.first { $0.path == path }.map { EntryDigest.shown(of: $0.tree.root) }
      ?? "sha256:0000000000000000"
  }

  var ids: [String] { findings.map(\.id.description) }
  var places: [String] {
    findings.map { finding in
      let place = finding.primary?.location
      return "\(place?.file.name ?? ""):\(place?.range.start.line ?? 0) \(finding.id)"
    }
  }
}

@Suite struct OverlayTests {
  private let disabling = (
    "rules/likes-tools.yaml", "disables: likes-tools\nagainst: @\nbecause: Not here.\n"
  )
  private let banning = ("technologies/hammer.yaml", "bans: hammer\nagainst: @\nbecause: Too loud.\n")

  private func adjusting(_ points: String) -> (String, String) {
    ("rules/likes-tools.yaml", "adjusts: likes-tools\nagainst: @\nbecause: Other tools.\npoints: \(points)\n")
  }

  @Test func withoutChangesTheCatalogStaysAsItIs() throws {
    let overlaid = try Overlaid([])
    #expect(overlaid.ids == [])
    #expect(overlaid.catalog.rules.map(\.id) == ["likes-tools"])
    #expect(overlaid.catalog.overlays?.changes == [])
    #expect(overlaid.catalog.overlays?.overlays.map(\.id) == ["own"])
  }

  @Test func anEntryIsAdded() throws {
    let added = TinyCatalog.rule("ours", when: "{ a.flag: true }", then: "[ { avoid: tongs, points: 5 } ]")
    let overlaid = try Overlaid([added])
    #expect(overlaid.ids == [])
    let rule = try #require(overlaid.catalog.rules.first { $0.id == "ours" })
    #expect(rule.origin.file == "overlay-1/rules/ours.yaml")
    #expect(overlaid.catalog.overlays?.changes(of: "ours", in: "rules").map(\.kind) == [.added])
    #expect(overlaid.catalog.overlays?.holds(rule.origin) == true)
    let other = try #require(overlaid.catalog.rules.first { $0.id == "likes-tools" })
    #expect(overlaid.catalog.overlays?.holds(other.origin) == false)
  }

  @Test func anEntryIsReplaced() throws {
    let (path, text) = TinyCatalog.rule(
      "likes-tools", when: "{ a.flag: true }", then: "[ { prefer: tongs, points: 3 } ]")
    let overlaid = try Overlaid([(path, "overrides: likes-tools\nagainst: @\n" + text)])
    #expect(overlaid.ids == [])
    #expect(overlaid.catalog.rules.map(\.effects) == [[.prefer(["tongs"], points: 3)]])
    #expect(overlaid.catalog.overlays?.changes.map(\.kind) == [.replaced])
  }

  @Test func anEntryIsLeftOut() throws {
    let overlaid = try Overlaid([disabling])
    #expect(overlaid.ids == [])
    #expect(overlaid.catalog.rules.isEmpty)
    let change = try #require(overlaid.catalog.overlays?.changes.first)
    #expect(change.kind == .disabled && change.because == "Not here.")
  }

  @Test func whatOthersNameMayBeLeftOut() throws {
    let care = ("practices/care.yaml", "disables: care\nagainst: @\nbecause: We do not.\n")
    let strokes = ("limits/strokes.yaml", "disables: strokes\nagainst: @\nbecause: We do not.\n")
    let overlaid = try Overlaid([care, strokes])
    #expect(overlaid.ids == [])
    #expect(overlaid.catalog.practices.isEmpty && overlaid.catalog.limits.isEmpty)
  }

  @Test func aCandidateIsBanned() throws {
    let overlaid = try Overlaid([banning])
    #expect(overlaid.ids == [])
    #expect(overlaid.catalog.candidate("hammer") != nil)
    let rule = try #require(overlaid.catalog.rules.first { $0.id == "banned-hammer" })
    #expect(rule.effects == [.exclude(["hammer"])] && rule.when.tests.isEmpty)
    #expect(rule.because == "Too loud." && rule.origin.file == "overlay-1/technologies/hammer.yaml")
  }

  @Test func pointsAreAdjusted() throws {
    let overlaid = try Overlaid([adjusting("{ tongs: 25 }")])
    #expect(overlaid.ids == [])
    let rule = try #require(overlaid.catalog.rules.first)
    #expect(
      rule.effects == [
        .prefer(["hammer"], points: 10), .prefer(["tongs"], points: 25), .exclude(["anvil"]),
        .oblige(practice: "care", on: []),
      ])
    #expect(rule.because == "It is so." && rule.origin.file == "overlay-1/rules/likes-tools.yaml")
  }

  @Test func ratingsStatusAndOrderAreAdjusted() throws {
    let overlaid = try Overlaid([
      (
        "patterns/one.yaml",
        "adjusts: one\nagainst: @\nbecause: We know better.\norder: 7\nfits: { first: { tongs: suboptimal } }\n"
      ),
      ("technologies/tongs.yaml", "adjusts: tongs\nagainst: @\nbecause: They rust.\nstatus: legacy\n"),
    ])
    #expect(overlaid.ids == [])
    let one = try #require(overlaid.catalog.candidate("one"))
    #expect(one.roles.first?.candidates.map(\.fit) == [.best, .suboptimal])
    #expect(overlaid.catalog.candidates(of: .pattern).map(\.id) == ["two", "one"])
    #expect(overlaid.catalog.candidate("tongs")?.facts?.status == .legacy)
  }

  @Test func figuresOfLimitsAreAdjusted() throws {
    let overlaid = try Overlaid([
      (
        "limits/strokes.yaml",
        "adjusts: strokes\nagainst: @\nbecause: Ours is old.\nallowance: { any: 40 }\ntight-from: 0.5\nseverity: soft\n"
      )
    ])
    #expect(overlaid.ids == [])
    let limit = try #require(overlaid.catalog.limit("strokes"))
    #expect(limit.tightFrom == Rational(1, over: 2) && limit.severity == .soft)
    #expect(limit.allowances.count == 1 && limit.because == "It wears out.")
  }

  // MARK: What it was written against

  @Test func aStaleChangeIsReportedAndHoldsAllTheSame() throws {
    let stale = (disabling.0, disabling.1.replacing("@", with: "sha256:0123456789abcdef"))
    let overlaid = try Overlaid([stale])
    let finding = try #require(overlaid.findings.first)
    #expect(finding.id == .staleOverlay && finding.severity == .warning)
    #expect(finding.primary?.location.range.start.line == 2)
    #expect(finding.fixes.first?.edits.first?.replacement == (try Overlaid.digest(of: stale.0)))
    #expect(overlaid.catalog.rules.isEmpty)
  }

  @Test func aChangeWithoutDigestIsToldWhichToWrite() throws {
    let overlaid = try Overlaid([(disabling.0, "disables: likes-tools\nbecause: Not here.\n")])
    #expect(overlaid.ids == ["overlay/missing-digest"])
    #expect(
      overlaid.findings.first?.fixes.first?.summary
        == "add 'against: \(try Overlaid.digest(of: disabling.0))'")
  }

  @Test func theDigestIsThatOfTheContents() throws {
    func digest(_ text: String) throws -> String {
      var bag = DiagnosticBag()
      let tree = try #require(YAMLTree.parse(SourceFile(name: "x.yaml", text: text), into: &bag))
      return EntryDigest.digest(of: tree.root)
    }
    let one = try digest("id: x\nlist: [a, b]\nnumber: 2_000\n")
    #expect(try digest("# A comment.\nnumber: 2000\nlist:\n  - a\n  - \"b\"\nid: x\n") == one)
    #expect(try digest("id: x\nlist: [b, a]\nnumber: 2000\n") != one)
    #expect(try digest("id: x\nlist: [a, b]\nnumber: \"2000\"\n") != one)
  }

  // MARK: Mistakes

  @Test func everythingIsFoundInOneRun() throws {
    let overlaid = try Overlaid([
      ("sources/nowhere.yaml", "id: nowhere\ntitle: N\npublisher: P\nkind: community\n"),
      TinyCatalog.rule("loops", when: "{ a.flog: true }", then: "[ { prefer: hamer, points: 10 } ]"),
      TinyCatalog.rule("words", when: "{ a.flag: 3 }", then: "[]"),
      ("technologies/pliers.yaml", "bans: pliers\nagainst: @\nbecause: x\n"),
      ("technologies/tongs.yaml", "disables: tongs\nagainst: @\nbecause: x\n"),
      ("sources/book.yaml", "bans: book\nagainst: @\nbecause: x\n"),
      ("vocabulary.yaml", "a: {}\n"),
      (
        "rules/likes-tools.yaml",
        "adjusts: likes-tools\nagainst: @\nbecause: x\nsource: nobody\npoints: { anvil: 5 }\n"
      ),
      ("practices/care.yaml", "id: care\ntitle: C\nintent: I.\nhow: H.\nsource: nowhere\n"),
    ])
    let expected = [
      "overlay-1/practices/care.yaml:1 overlay/existing-entry",
      "overlay-1/rules/likes-tools.yaml:4 catalog/unknown-source",
      "overlay-1/rules/likes-tools.yaml:5 overlay/unknown-adjustment",
      "overlay-1/rules/loops.yaml:3 condition/unknown-requirement",
      "overlay-1/rules/loops.yaml:4 catalog/unknown-reference",
      "overlay-1/sources/book.yaml:1 overlay/impossible-change",
      "overlay-1/sources/nowhere.yaml:1 shape/missing-key",
      "overlay-1/technologies/pliers.yaml:1 overlay/unknown-entry",
      "overlay-1/technologies/tongs.yaml:1 overlay/impossible-change",
      "overlay-1/vocabulary.yaml:1 catalog/stray-file",
    ]
    for place in expected { #expect(overlaid.places.contains(place), "\(overlaid.places)") }
    #expect(!overlaid.places.contains { $0.contains("care.yaml") && $0.contains("unknown-source") })
  }

  @Test func anOverlaySaysWhoseItIs() throws {
    let overlaid = try Overlaid([disabling], withAbout: false)
    #expect(overlaid.ids == ["overlay/missing-file"])
  }

  @Test(arguments: [
    ("rules/likes-tool.yaml", "disables: likes-tools\nagainst: @\nbecause: x\n", "catalog/misnamed-entry"),
    ("rules/likes-tools.yaml", "adjusts: likes-tools\nagainst: @\nbecause: x\n", "overlay/missing-key"),
    ("technologies/tongs.yaml", "adjusts: tongs\nagainst: @\nbecause: x\n", "overlay/empty-adjustment"),
    (
      "technologies/tongs.yaml", "adjusts: tongs\nagainst: @\nbecause: x\norder: 1\n",
      "catalog/duplicate-order"
    ),
    (
      "patterns/one.yaml", "adjusts: one\nagainst: @\nbecause: x\nfits: { frist: { tongs: good } }\n",
      "overlay/unknown-adjustment"
    ),
    (
      "limits/strokes.yaml", "adjusts: strokes\nagainst: @\nbecause: x\ntight-from: 2\n",
      "catalog/malformed-share"
    ),
    (
      "limits/strokes.yaml", "adjusts: strokes\nagainst: @\nbecause: x\nallowance: { any: 4KB }\n",
      "expression/kinds-differ"
    ),
    (
      "limits/strokes.yaml", "adjusts: strokes\nagainst: @\nbecause: x\nallowance: { any: 4 * a.count }\n",
      "catalog/misplaced-minimum"
    ),
    (
      "limits/strokes.yaml", "adjusts: strokes\nagainst: @\nbecause: x\nallowance: { enterprise: 4 }\n",
      "overlay/unknown-adjustment"
    ),
    (
      "rules/likes-tools.yaml", "adjusts: likes-tools\nagainst: @\nbecause: x\npoints: { tongs: 500 }\n",
      "shape/range"
    ),
    ("rules/likes-tools.yaml", "disables: likes-tools\nagainst: @\n", "overlay/missing-key"),
  ])
  func aMistake(_ path: String, _ text: String, _ id: String) throws {
    let overlaid = try Overlaid([(path, text)])
    #expect(overlaid.ids.contains(id), "\(overlaid.places)")
  }

  @Test(arguments: [
    ("limits/strokes.yaml", "adjust: strokes\nagainst: @\nbecause: x\nseverity: soft\n", "adjusts"),
    ("rules/likes-tools.yaml", "because: x\nagainst: @\ndisabels: likes-tools\n", "disables"),
    ("technologies/hammer.yaml", "ban: hammer\nagainst: @\nbecause: Too loud.\n", "bans"),
  ])
  func aMisspeltKeyIsWhatIsWrong(_ path: String, _ text: String, _ key: String) throws {
    let findings = try Overlaid([(path, text)]).findings
    #expect(findings.map(\.id) == ["shape/unknown-key"])
    #expect(findings.first?.message.hasSuffix("did you mean '\(key)'?") == true)
  }

  @Test func whatIsReplacedKeepsItsId() throws {
    let (_, text) = TinyCatalog.rule(
      "other", when: "{ a.flag: true }", then: "[ { prefer: tongs, points: 3 } ]")
    let overlaid = try Overlaid([("rules/likes-tools.yaml", "overrides: likes-tools\nagainst: @\n" + text)])
    #expect(overlaid.ids.contains("overlay/renamed-entry"))
  }

  @Test func aCycleOfReplacementsIsFound() throws {
    func practice(_ id: String, replacing other: String) -> (String, String) {
      (
        "practices/\(id).yaml",
        "id: \(id)\ntitle: T\nintent: I.\nhow: H.\nsource: book\nreplaces: [\(other)]\n"
      )
    }
    let two = try Overlaid([practice("a", replacing: "b"), practice("b", replacing: "a")])
    #expect(two.ids == ["catalog/cyclic-replacement", "catalog/cyclic-replacement"])
    #expect(two.findings.first?.message == "'a' replaces 'b', which replaces 'a'")
    let three = try Overlaid([
      practice("a", replacing: "b"), practice("b", replacing: "c"), practice("c", replacing: "a"),
    ])
    #expect(three.ids == Array(repeating: "catalog/cyclic-replacement", count: 3))
    #expect(try Overlaid([practice("a", replacing: "a")]).ids == ["catalog/cyclic-replacement"])
    #expect(try Overlaid([practice("a", replacing: "care")]).ids == ["catalog/retired-id"])
  }

  // MARK: Contradictions

  @Test func overlaysThatAgreeMayStandTogether() throws {
    #expect(try Overlaid([disabling], [disabling]).ids == [])
    #expect(try Overlaid([banning], [banning]).ids == [])
    let both = try Overlaid([adjusting("{ tongs: 25 }")], [adjusting("{ hammer: 5, tongs: 25 }")])
    #expect(both.ids == [])
    #expect(
      both.catalog.rules.first?.effects.prefix(2) == [
        .prefer(["hammer"], points: 5), .prefer(["tongs"], points: 25),
      ])
  }

  @Test func overlaysThatContradictEachOther() throws {
    let contradiction = ["overlay/contradiction"]
    #expect(try Overlaid([adjusting("{ tongs: 25 }")], [adjusting("{ tongs: 24 }")]).ids == contradiction)
    let mixed = try Overlaid([disabling], [adjusting("{ tongs: 25 }")])
    #expect(mixed.ids.contains("overlay/contradiction"))
    #expect(
      mixed.findings.first { $0.id == .contradictoryOverlays }?.secondary.first?.location.file.name
        == "overlay-1/rules/likes-tools.yaml")
    let loving = TinyCatalog.rule("ours", when: "{ a.flag: true }", then: "[ { require: hammer } ]")
    #expect(try Overlaid([banning], [loving]).ids == contradiction)
    let hating = TinyCatalog.rule("ours", when: "{ a.flag: true }", then: "[ { exclude: hammer } ]")
    #expect(try Overlaid([loving], [hating]).ids == contradiction)
  }
}
