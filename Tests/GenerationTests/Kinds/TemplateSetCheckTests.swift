import Diagnostics
import Generation
import Testing

@Suite struct TemplateSetCheckTests {
  private func findings(_ changes: [String: String]) throws -> [Diagnostic] {
    var bag = DiagnosticBag()
    _ = TemplateSet.check(SampleTemplates.with(changes), against: try SampleCatalog.make(), into: &bag)
    return bag.sorted
  }

  private func kind(_ changes: (String, String)...) -> [String: String] {
    let text = changes.reduce(SampleTemplates.files["job/kind.yaml"] ?? "") { $0.replacing($1.0, with: $1.1) }
    return ["job/kind.yaml": text]
  }

  @Test func acceptsTheSample() throws {
    #expect(try findings([:]).isEmpty)
  }

  @Test func readsKindsAndNamesByID() throws {
    var bag = DiagnosticBag()
    let set = TemplateSet.check(SampleTemplates.with(), against: try SampleCatalog.make(), into: &bag)
    #expect(set.kinds.map(\.id) == ["job", "page"])
    #expect(set.names.map(\.id) == ["job", "page"])
    #expect(set.kind("job")?.files.map(\.language) == [.apex, .xml])
  }

  @Test func findsFilesOfAnOrgOfWhichNothingTellsWhatTheyHold() throws {
    let changes = kind(("\"classes/{{names.job}}.cls\"", "\"s/main/default/classes/{{names.job}}.cls\""))
    let findings = try findings(changes)
    #expect(findings.map(\.id) == [.templatesUnknownMetadata])
    #expect(findings.first?.primary?.location.file.name == "templates/job/kind.yaml")
    let known = "ApexClass: { path: classes/NAME.cls }\n"
    #expect(try self.findings(changes.merging(["metadata.yaml": known]) { $1 }).isEmpty)
  }

  @Test(arguments: [
    "ApexClass: { path: NAME.cls }", "ApexClass: { path: classes/NAME }", "ApexClass: {}",
    "ApexClass: { path: ../classes/NAME.cls }", "apex-class: { path: classes/NAME.cls }",
  ])
  func findsTypesOfMetadataThatAreNone(text: String) throws {
    #expect(try findings(["metadata.yaml": text + "\n"]).allSatisfy { $0.id.description.hasPrefix("shape/") })
    #expect(try !findings(["metadata.yaml": text + "\n"]).isEmpty)
  }

  @Test(arguments: [
    "Address: { fields: { Address: PART }, source: x }", "Address: { parts: [City], fields: {}, source: x }",
    "Address: { parts: [City], fields: { Address: City }, source: x }",
    "Address: { parts: [City], fields: { Address: PART } }",
    "Address: { parts: [City], feilds: { Address: PART }, source: x }",
    "an-address: { parts: [City], fields: { Address: PART }, source: x }",
  ])
  func findsCompoundFieldsThatAreNone(text: String) throws {
    try expectAnotherShape(of: "compound-fields.yaml", text)
  }

  /// Only the shape of a file is found fault with, at places in it.
  private func expectAnotherShape(of file: String, _ text: String) throws {
    let findings = try findings([file: text + "\n"])
    #expect(!findings.isEmpty && findings.allSatisfy { $0.id.description.hasPrefix("shape/") })
    #expect(findings.allSatisfy { $0.primary?.location.file.name == "templates/\(file)" })
  }

  @Test(arguments: [
    "Labels: { items: { label: {} } }", "Labels: { items: {}, source: x }", "Labels: { source: x }",
    "Labels: { items: { label: { told-apart-by: [] } }, source: x }",
    "Labels: { items: { label: { by: [name] } }, source: x }",
    "Labels: { items: { label: { items: { a: { items: { b: {} } } } } }, source: x }",
    "Labels/: { items: { label: {} }, source: x }",
  ])
  func findsListsThatAreNone(text: String) throws {
    try expectAnotherShape(of: "lists.yaml", text)
  }

  @Test(arguments: ["NAME__c: SitePART__s", "Site__c: NAME__PART__s"])
  func findsAnyNameThatStandsInTheWholeOrItsPartsOnly(field: String) throws {
    let text = "Address:\n  parts: [City]\n  fields: { \(field) }\n  source: x\n"
    let findings = try findings(["compound-fields.yaml": text])
    #expect(findings.map(\.id) == [.templatesCompoundName])
    #expect(findings.first?.primary?.location.range.start.line == 3)
  }

  @Test func findsIDsThatDoNotExist() throws {
    for (old, new) in [
      ("[bus]", "[buss]"), ("[care]", "[caree]"), ("book#one", "book#two"), ("book#one", "boook"),
    ] {
      let findings = try findings(kind((old, new)))
      #expect(findings.map(\.id) == [.templatesUnknownID], "\(new)")
      #expect(findings.first?.primary?.location.file.name == "templates/job/kind.yaml")
    }
    let finding = try #require(try findings(kind(("[bus]", "[buss]"))).first)
    #expect(finding.fixes.first?.edits.first?.replacement == "bus")
    #expect(finding.primary?.location.range.start == SourcePosition(line: 4, column: 20))
  }

  @Test func findsAKindThatIsNotThereToGoAlongWith() throws {
    #expect(try findings(kind(("source:", "along-with: [jobb]\nsource:"))).map(\.id) == [.templatesUnknownID])
  }

  @Test(arguments: [
    "names.jbo", "uses.buss", "obliges.caree", "profile.latency.humanwaits", "profile.security.auth.is.bsic",
  ])
  func findsNamesThatLeadNowhere(name: String) throws {
    let findings = try findings(["job/job.cls.mustache": "// \n{{#\(name)}}x{{/\(name)}}\n"])
    #expect(findings.map(\.id) == [.templatesUnknownID])
    #expect(findings.first?.primary?.location.range.start.line == 2)
  }

  @Test func aTemplateThatCannotBeReadIsNotTakenForMissing() throws {
    let ids = try findings(["job/job.cls.mustache": "{{#a}}\n"]).map(\.id)
    #expect(ids.contains("template/unclosed-section") && !ids.contains(.templatesNoTemplate))
    let partials = try findings(["partials/meta.mustache": "{{#a}}\n"]).map(\.id)
    #expect(!partials.contains(.templatesNoTemplate))
  }

  /// Before a profile needs the file.
  @Test(arguments: [
    ("../{{names.job}}.cls", "path/outside-target"), ("/etc/{{names.job}}", "path/outside-target"),
    ("a/{{names.job}}/../../../x", "path/outside-target"), ("a//{{names.job}}.cls", "path/not-portable"),
    (".git/hooks/{{names.job}}", "path/not-portable"), (".bascule/{{names.job}}", "plan/reserved-path"),
  ])
  func findsPathsThatNoContractCouldMakeOnesOfTheTarget(path: String, id: String) throws {
    let findings = try findings(kind(("classes/{{names.job}}.cls\"", path + "\"")))
    #expect(findings.map(\.id.description) == [id])
    #expect(findings.first?.primary?.location.range.start.line == 11)
  }

  @Test func findsWhatIsWrongInEveryTemplateAndPath() throws {
    #expect(
      try findings(["job/job.cls.mustache": "{{#a}}\n"]).contains { $0.id == "template/unclosed-section" })
    let path = try findings(kind(("{{names.job}}.cls\"", "{{names.job.cls\"")))
    #expect(path.contains { $0.id == "template/unclosed-tag" && $0.primary?.location.range.start.line == 11 })
    #expect(
      try findings(["partials/meta.mustache": "{{> no}}\n"]).map(\.id).contains("template/missing-partial"))
  }

  @Test func findsTemplatesThatAreNotThereOrNotUsed() throws {
    #expect(try findings(kind(("template: meta", "template: mata"))).map(\.id).contains(.templatesNoTemplate))
    #expect(try findings(["page/more.mustache": "x\n"]).map(\.id) == [.templatesUnused])
    #expect(try findings(["partials/more.mustache": "x\n"]).map(\.id) == [.templatesUnused])
  }

  @Test func findsMisplacedFiles() throws {
    #expect(try findings(["page/notes.txt": "x\n"]).map(\.id) == [.templatesMisplaced])
    #expect(try findings(["lost/page.md.mustache": "x\n"]).map(\.id) == [.templatesMisplaced])
    #expect(try findings(kind(("id: job", "id: jobs"))).map(\.id).contains(.templatesMisplaced))
  }

  @Test func aStrayFolderIsOneFinding() throws {
    let findings = try findings([
      "lost/a.yaml": "a: 1\n", "lost/b.yaml": "b: 1\n", "lost/deep/c.yaml": "c: 1\n",
      "lost/page.md.mustache": "x\n",
      "page/old/a.yaml": "a: 1\n", "page/old/b.mustache": "x\n",
    ])
    #expect(findings.map(\.id) == [.templatesMisplaced, .templatesMisplaced])
    #expect(
      findings.map(\.message) == [
        "'lost/' is no folder of the templates, and none of its 4 files is read",
        "'page/old/' is no folder of the templates, and none of its 2 files is read",
      ])
    #expect(
      findings.map(\.primary?.location.file.name) == ["templates/lost/a.yaml", "templates/page/old/a.yaml"])
  }

  @Test func strayFilesThatStandAloneAreNamed() throws {
    let findings = try findings([
      "one.yaml": "a: 1\n", "two.yaml": "a: 1\n", "page/notes.yaml": "a: 1\n", "page/old/a.yaml": "a: 1\n",
    ])
    #expect(
      Set(findings.map(\.message)) == [
        "'one.yaml' is no file of the templates", "'two.yaml' is no file of the templates",
        "'page/notes.yaml' is no file of the templates", "'page/old/a.yaml' is no file of the templates",
      ])
  }

  @Test func findsShapesThatAreWrong() throws {
    #expect(try !findings(kind(("language: apex", "language: apexx"))).isEmpty)
    #expect(try !findings(kind(("ownership: managed", "ownership: kept"))).isEmpty)
    #expect(try !findings(kind(("needs:", "neds:"))).isEmpty)
    #expect(try !findings(["names.yaml": "job: { of: message, stem: x, rules: apex }\n"]).isEmpty)
    #expect(try !findings(["languages/apex.yaml": "id: apex\n"]).isEmpty)
  }
}
