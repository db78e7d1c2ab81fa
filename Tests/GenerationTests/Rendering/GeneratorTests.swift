import DesignModel
import Diagnostics
import Generation
import Testing

@Suite struct GeneratorTests {
  private func kind(_ id: String, _ changes: (String, String)...) -> [String: String] {
    let path = id + "/kind.yaml"
    return [path: changes.reduce(SampleTemplates.files[path] ?? "") { $0.replacing($1.0, with: $1.1) }]
  }

  private func paths(
    _ text: String = SampleProfile.head + SampleProfile.contract, _ templates: [String: String] = [:]
  ) throws -> [String]? {
    try SampleProfile.generate(text, templates).files?.map(\.path.description)
  }

  @Test func rendersTheFilesOfADesignByPath() throws {
    let (files, findings) = try SampleProfile.generate()
    #expect(findings.isEmpty)
    let paths = [
      "classes/CreateOrderJob.cls", "classes/CreateOrderJob.cls-meta.xml", "classes/ReadOrderJob.cls",
      "classes/ReadOrderJob.cls-meta.xml", "docs/won-deal.md",
    ]
    #expect(files?.map(\.path.description) == paths)
    let job = try #require(files?.first)
    #expect(
      String(decoding: job.contents, as: UTF8.self)
        == "class CreateOrderJob { String path = '/orders/{orderKey}'; }\n")
    #expect(job.kind == "job")
    #expect(job.ownership == .managed)
  }

  @Test func rendersTheSameTwice() throws {
    let first = try SampleProfile.generate().files
    #expect(first != nil)
    #expect(first == (try SampleProfile.generate().files))
  }

  @Test func tellsFromTheDigestWhetherATemplateOrItsPartialChanged() throws {
    let digests = { (changes: [String: String]) in
      try SampleProfile.generate(SampleProfile.head + SampleProfile.contract, changes).files?.map(\.template)
    }
    let before = try #require(try digests([:]))
    let after = try #require(try digests(["partials/meta.mustache": "<A>{{title}}</A>\n"]))
    #expect(zip(before, after).map { $0 == $1 } == [true, false, true, false, true])
  }

  @Test func leavesOutKindsWhoseConditionsDoNotHold() throws {
    #expect(try paths(SampleProfile.head) == ["docs/won-deal.md"])
    let conditions = [
      ("technologies: [bus]", "technologies: [owl]"), ("practices: [care]", "practices: [rest]"),
      ("practices: [care]", "profile: { security.auth: [saml] }"),
      ("practices: [care]", "profile: { volume.payload: { above: 1MB } }"),
      ("for-each:", "unless: [ { profile: { security.auth: basic } } ]\nfor-each:"),
    ]
    for (old, new) in conditions {
      let text = SampleProfile.head + SampleProfile.contract
      #expect(try paths(text, kind("job", (old, new))) == ["docs/won-deal.md"], "\(new)")
    }
  }

  @Test func takesAnUnstatedAnswerForAConditionThatDoesNotHold() throws {
    let text = (SampleProfile.head + SampleProfile.contract).replacing("auth: basic, ", with: "")
    let wanting = kind("job", ("practices: [care]", "profile: { security.auth: { not: saml } }"))
    #expect(try paths(text, wanting) == ["docs/won-deal.md"])
  }

  @Test func asksConditionsOnTheContractOfEachMessage() throws {
    let responding = kind("job", ("contract: [messages]", "contract: [response]"))
    let text = SampleProfile.head + SampleProfile.contract
    #expect(try paths(text, responding)?.contains("classes/CreateOrderJob.cls") == true)
    #expect(try paths(text, responding)?.contains("classes/ReadOrderJob.cls") == false)
    let confirming = kind("job", ("contract: [messages]", "contract: [confirmation]"))
    #expect(try paths(text, confirming) == (try paths(text, responding)))
  }

  @Test func theStemOfANameMayUseANameThatNoFileUses() throws {
    let names = """
      job: { of: message, stem: "{{names.prefix}}{{message.pascal}}", suffix: Job, rules: apex-class }
      page: { of: design, stem: "{{kebab}}", rules: file }
      prefix: { of: design, stem: "{{pascal}}", rules: apex-class }
      """
    let made = try paths(SampleProfile.head + SampleProfile.contract, ["names.yaml": names])
    #expect(made?.first == "classes/WonDealCreateOrderJob.cls")
  }

  @Test func aTemplateMayLookThroughAllNames() throws {
    let page = "{{#names}}{{page}} {{unused}}{{/names}}\n"
    let names =
      (SampleTemplates.files["names.yaml"] ?? "") + "\nunused: { of: design, stem: x, rules: file }\n"
    let (files, findings) = try SampleProfile.generate(
      SampleProfile.head, ["page/page.md.mustache": page, "names.yaml": names])
    #expect(findings.isEmpty)
    #expect(files.map { $0.map { String(decoding: $0.contents, as: UTF8.self) } } == ["won-deal x\n"])
  }

  @Test func makesOneFileForEachElementOfAList() throws {
    let page = kind("page", ("docs/{{names.page}}.md\"", "docs/{{api-name}}.md\", each: event.fields"))
    let text = SampleProfile.head + SampleProfile.contract
    let template = ["page/page.md.mustache": "{{label}} of {{title}}\n"].merging(page) { $1 }
    let files = try SampleProfile.generate(text, template).files
    let made = files?.filter { $0.kind == "page" }
    #expect(made?.count == 6)
    #expect(made?.first?.path.description == "docs/Amount__c.md")
    #expect(
      made?.first.map { String(decoding: $0.contents, as: UTF8.self) }
        == "Amount of A won deal becomes an order\n")
    #expect(try paths(SampleProfile.head, template) == [])
  }

  @Test func namesThePlaceOfWhatTheContractLacks() throws {
    let text = SampleProfile.head + SampleProfile.contract.replacing(", path: /orders }", with: " }")
    let (files, findings) = try SampleProfile.generate(text)
    #expect(files == nil)
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.id == .generationMissingContract)
    #expect(finding.message.contains("read-order") && finding.message.contains("path"))
    #expect(
      finding.primary?.location.file.line(finding.primary?.location.range.start.line ?? 0)?.contains(
        "read-order") == true)
  }

  @Test func reportsAMissingWholeOnceAndNotItsParts() throws {
    let needing = kind("page", ("files:", "needs: [contract.endpoint, contract.endpoint.base-url]\nfiles:"))
    let findings = try SampleProfile.generate(SampleProfile.head, needing).findings
    #expect(findings.map(\.message) == ["the contract of 'won-deal' states no 'endpoint'"])
  }

  /// What serves an answer is said by the kind that another goes along with, or by each kind.
  @Test(arguments: [
    (
      "along-with: [job]", "practices: [care]", "profile: { security.auth: [api-key] }",
      [Diagnostic.Severity.warning]
    ),
    (
      "accepts: { security.auth: [api-key] }", "needs:",
      "accepts: { security.auth: [api-key, saml] }\nneeds:", []
    ),
  ])
  func refusesAnAnswerThatNoKindServes(
    page: String, line: String, job: String, withoutAnswer: [Diagnostic.Severity]
  ) throws {
    let templates = kind("page", ("files:", page + "\nfiles:")).merging(kind("job", (line, job))) { $1 }
    let text = SampleProfile.head + SampleProfile.contract
    let (files, findings) = try SampleProfile.generate(text, templates)
    #expect(files == nil)
    #expect(findings.map(\.id) == [.generationUnservedAnswer])
    #expect(findings.first?.message == "nothing can be generated for 'security.auth: basic'")
    #expect(findings.first?.primary?.location.range.start.line == 7)
    #expect(findings.first?.notes.last == "generation serves api-key")

    let silent = try SampleProfile.generate(text.replacing("auth: basic, ", with: ""), templates)
    #expect(silent.findings.map(\.severity) == withoutAnswer)
    #expect(silent.files?.isEmpty == !withoutAnswer.isEmpty)
  }

  @Test func refusesTwoFilesWithOnePath() throws {
    let same = kind("job", ("classes/{{names.job}}.cls\"", "docs/Won-Deal.md\""), ("for-each: message\n", ""))
      .merging([
        "job/job.cls.mustache": "x\n", "names.yaml": "page: { of: design, stem: won-deal, rules: file }\n",
      ]) { $1 }
      .merging(["partials/meta.mustache": ""]) { $1 }
    let changed = same.mapValues { text in
      text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains("template: meta") }
        .joined(separator: "\n")
    }
    let findings = try SampleProfile.generate(SampleProfile.head + SampleProfile.contract, changed).findings
    #expect(findings.map(\.id) == [.generationSamePath])
    #expect(
      findings.first?.message == "the paths 'docs/Won-Deal.md' and 'docs/won-deal.md' differ only in case")
    #expect(findings.first?.notes == ["they are made by 'job' and 'page'"])
  }

  @Test func refusesAPathThatLeadsOut() throws {
    let findings = try SampleProfile.generate(
      SampleProfile.head, kind("page", ("docs/{{names.page}}.md", "../{{title}}.md"))
    ).findings
    #expect(findings.map(\.id) == ["path/outside-target"])
    #expect(findings.first?.primary?.location.file.name == "templates/page/kind.yaml")
  }

  @Test func putsTheClassPrefixBeforeNamesOfClasses() throws {
    let settings = WorkspaceSettings(classPrefix: "ACME_")
    let files = try SampleProfile.generate(SampleProfile.head + SampleProfile.contract, [:], settings).files
    #expect(files?.first?.path.description == "classes/ACME_CreateOrderJob.cls")
  }

  @Test(arguments: [
    ("xml", "<a>{{title}}</b>\n"), ("json", "{ \"a\": }\n"), ("yaml", "a: [\n"),
    ("markdown", "no line break"),
    ("text", "a\u{1}b\n"), ("text", "größer als acht Bytes\u{7F} – und mehr\n"), ("xml", "<a/>"),
    ("apex", "class A {\n"),
  ])
  func refusesOutputThatItsLanguageDoesNotUnderstand(language: String, template: String) throws {
    let changes = kind("page", ("language: markdown", "language: \(language)"))
      .merging(["page/page.md.mustache": template]) { $1 }
    let (files, findings) = try SampleProfile.generate(SampleProfile.head, changes)
    #expect(files == nil)
    #expect(findings.map(\.id) == [.generationUnparseableOutput])
    #expect(findings.first?.primary?.location.file.name == "templates/page/page.md.mustache")
  }

  @Test func tellsMessagesApartWhoseNamesDifferOnlyInCase() throws {
    let text =
      SampleProfile.head + """
        contract:
          messages:
            - { name: ab-c, operation: create, path: /a }
            - { name: a-bc, operation: create, path: /b }
        """
    let paths = try #require(try paths(text)).filter { $0.hasSuffix(".cls") }
    #expect(Set(paths.map { $0.lowercased() }).count == 2)
  }
}
