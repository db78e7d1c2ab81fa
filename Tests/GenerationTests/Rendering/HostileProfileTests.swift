import CatalogModel
import DecisionEngine
import DesignModel
import Diagnostics
import Generation
import Requirements
import TestSupport
import Testing

@Suite struct HostileProfileTests {
  private static let templates: [String: String] = [
    "page/kind.yaml": """
    id: page
    title: A page
    files:
      - { path: "page.xml", template: page.xml.mustache, language: xml, ownership: merged }
      - { path: "page.json", template: page.json.mustache, language: json, ownership: merged }
      - { path: "page.yaml", template: page.yaml.mustache, language: yaml, ownership: merged }
      - { path: "{{names.page}}.md", template: page.md.mustache, language: markdown, ownership: merged }
    """,
    "page/page.xml.mustache": """
    <a title="{{title}}">{{description}}{{#messages}}<b n="{{name}}">{{#fields}}<c d="{{external}}">{{sample.text}}</c>{{/fields}}</b>{{/messages}}</a>

    """,
    "page/page.json.mustache": """
    { "title": "{{title}}", "remote": "{{remote.name}}", "fields": [
      {{#messages}}{{#fields}}{ "{{external}}": {{{sample.json}}} }, {{/fields}}{{/messages}}
      null
    ] }

    """,
    "page/page.yaml.mustache": """
    title: "{{title}}"
    {{#messages}}
    "{{index}}":
      name: "{{name}}"
      fields:
      {{#fields}}
      - { "={{external}}": "{{sample.text}}", apex: {{apex}}, name: {{api-name}}, of: "{{label}}" }
      {{/fields}}
      - none
    {{/messages}}

    """,
    "page/page.md.mustache": "# {{title}}\n\n{{description}}\n",
  ]

  @Test func givesTextsThatCanBeReadAgain() throws {
    let catalog = try SampleCatalog.make()
    var bag = DiagnosticBag()
    let set = TemplateSet.check(SampleTemplates.with(Self.templates), against: catalog, into: &bag)
    try #require(bag.isEmpty)
    let generator = Generator(templates: set, catalog: catalog, identity: GeneratorIdentity(version: "1"))
    let table = DecisionTable(catalog)
    var random = SplitMix64(seed: 2026)
    for round in 0..<150 {
      let profile = Self.profile(catalog, &random)
      let design = Design(profile, table.decide(profile.answers), catalog, WorkspaceSettings())
      var bag = DiagnosticBag()
      let files = generator.generate(design, of: profile, into: &bag)
      #expect(files?.count ?? 0 >= 4, "round \(round): \(bag.sorted.map(\.message))")
    }
  }

  private static func profile(_ catalog: Catalog, _ random: inout SplitMix64) -> Profile {
    var answers = Answers(count: catalog.vocabulary.requirements.count)
    if let index = catalog.vocabulary.index(of: .remoteName) {
      answers[index] = .text(HostileText.random(&random))
    }
    let messages = (0..<Int.random(in: 1...3, using: &random)).map { _ in message(&random) }
    let contract = Contract(endpoint: nil, event: nil, messages: messages)
    return Profile(
      file: SourceFile(name: "profile.yaml", text: ""), id: HostileText.random(&random),
      title: HostileText.random(&random), owner: nil, description: HostileText.random(&random),
      answers: answers,
      contract: contract, contractPlace: nil, decision: nil)
  }

  private static func message(_ random: inout SplitMix64) -> Contract.Message {
    let fields = (0..<Int.random(in: 0...4, using: &random)).map { _ in field(&random, depth: 2) }
    let values = fields.map { field in
      ContractValue.Member(name: field.external, value: .string(HostileText.random(&random)))
    }
    return Contract.Message(
      name: HostileText.random(&random), operation: .create, path: "/x", salesforceObject: nil,
      externalEntity: HostileText.random(&random), externalID: nil, description: HostileText.random(&random),
      fields: fields, response: [], examples: [Contract.Example(request: .object(values), response: nil)])
  }

  private static func field(_ random: inout SplitMix64, depth: Int) -> Contract.Field {
    let type = Contract.FieldType.allCases.randomElement(using: &random) ?? .string
    let hasFields = depth > 0 && (type == .object || type == .list)
    let inner = hasFields ? [field(&random, depth: depth - 1)] : []
    return Contract.Field(
      salesforce: nil, external: HostileText.random(&random), type: type, required: false,
      maxLength: Int.random(in: 1...20, using: &random), precision: Int.random(in: 1...18, using: &random),
      scale: Int.random(in: 0...4, using: &random), values: [HostileText.random(&random)], isPersonal: false,
      master: nil, defaultValue: .string(HostileText.random(&random)),
      description: HostileText.random(&random),
      fields: inner, elements: nil)
  }
}
