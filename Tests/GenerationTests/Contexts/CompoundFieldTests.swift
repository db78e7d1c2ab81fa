import CatalogModel
import DecisionEngine
import DesignModel
import Diagnostics
@testable import Generation
import Requirements
import Templating
import Testing

/// When it is read what change events carry within other fields.
@Suite struct CompoundFieldTests {
  private static let contract = """
    contract:
      messages:
        - name: keep-account
          operation: upsert
          path: /accounts
          salesforce-object: Account
          fields:
            - { salesforce: BillingCity, external: city, type: string }

    """

  /// Makes what templates are given for a page.
  private func makeContext(
    for template: String, each list: String = "", reading read: @escaping @Sendable () -> Void
  ) throws {
    let catalog = try SampleCatalog.make()
    let kind = """
      id: page
      title: A page
      files:
        - { path: page.txt, template: page.md.mustache, language: text, ownership: merged\(list) }
      """
    let files = SampleTemplates.with([
      "page/kind.yaml": kind, "page/page.md.mustache": template,
      "partials/event.mustache": "{{#members}}x{{/members}}\n",
    ])
    var bag = DiagnosticBag()
    let set = TemplateSet.read(files, catalog.vocabulary, into: &bag)
    let watched = TemplateSet(
      kinds: set.kinds, names: set.names, namesInStems: set.namesInStems, reserved: set.reserved,
      formats: set.formats,
      compounds: OnDemand {
        read()
        return set.compounds.value
      }, partials: set.partials)
    let profile = try SampleProfile.read(SampleProfile.head + Self.contract, catalog)
    let design = Design(profile, DecisionTable(catalog).decide(profile.answers), catalog, WorkspaceSettings())
    _ = DesignContext(
      design, catalog, watched, making: KindSelection(templates: watched, design: design),
      generator: GeneratorIdentity(version: "1"), into: &bag)
    #expect(bag.isEmpty)
  }

  @Test(arguments: [
    "{{#change-events}}{{#members}}x{{/members}}{{/change-events}}\n",
    "{{#change-events}}{{> event}}{{/change-events}}\n",
  ])
  func areReadWhereATemplateAsksForThem(template: String) async throws {
    try await confirmation { read in try makeContext(for: template) { read() } }
  }

  @Test func areReadWhereEachOfThemHasAFile() async throws {
    try await confirmation { read in
      try makeContext(for: "x\n", each: ", each: change-events.members") { read() }
    }
  }

  @Test func areNotReadWhereNobodyAsksForThem() async throws {
    try await confirmation(expectedCount: 0) { read in
      try makeContext(for: "{{#change-events}}{{name}}{{/change-events}}\n") { read() }
    }
  }
}
