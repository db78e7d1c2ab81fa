import Diagnostics
import Requirements
import TestSupport
import Testing

/// Systems, compensations and sources of values, as found in a whole profile.
@Suite struct ContractSourcesTests {
  @Test(arguments: [
    ("{ name: one, operation: create, system: stock }", []),
    ("{ name: one, operation: create, system: stok }", ["contract/unknown-system"]),
    ("{ name: one, operation: create, system: other }", ["contract/unknown-system"]),
  ])
  func messagesNameSystemsThatThereAre(message: String, expected: [String]) throws {
    let contract = """
      contract:
        systems: [ { name: stock, base-url: "https://stock.example.com" } ]
        messages:
          - \(message)

      """
    #expect(try findings(contract).map(\.id.description) == expected)
  }

  @Test func aSystemMisspeltIsToldItsSpelling() throws {
    let contract = """
      contract:
        systems: [ { name: stock, base-url: "https://stock.example.com" } ]
        messages: [ { name: one, operation: create, system: stok } ]

      """
    #expect(try findings(contract).flatMap(\.fixes).map(\.summary) == ["write 'stock'"])
  }

  @Test(arguments: [
    ("one", "two", 0), ("nothing", "two", 1), ("two", "two", 1), ("one", "one", 1), ("three", "two", 1),
  ])
  func compensationsUndoOneStepEach(first: String, second: String, count: Int) throws {
    let contract = """
      contract:
        messages:
          - { name: one, operation: create }
          - { name: two, operation: create }
          - { name: three, operation: delete, undoes: \(first) }
          - { name: four, operation: delete, undoes: \(second) }

      """
    let found = try findings(contract)
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.id == "contract/impossible-compensation" && $0.primary != nil })
  }

  @Test(arguments: [
    ("salesforce-to-external", "external: a, type: string, required: true", 1),
    ("salesforce-to-external", "external: a, type: string", 0),
    ("salesforce-to-external", "external: a, type: string, required: true, default: x", 0),
    ("salesforce-to-external", "external: a, type: string, required: true, salesforce: Name", 0),
    ("salesforce-to-external", "external: brought, type: string, required: true", 0),
    ("external-to-salesforce", "external: a, type: string, required: true", 1),
    ("external-to-salesforce", "external: a, type: string, salesforce: Key__c", 0),
  ])
  func whatIsNeededHasASource(direction: String, field: String, count: Int) throws {
    let contract = """
      exchange: { direction: \(direction) }
      contract:
        messages:
          - name: one
            operation: upsert
            external-id: Key__c
            fields: [ { \(field) } ]
          - name: two
            operation: read
            response: [ { external: brought, type: string } ]

      """
    let found = try findings(contract)
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.id == "contract/no-source" && $0.primary != nil && !$0.fixes.isEmpty })
  }

  private func findings(_ contract: String) throws -> [Diagnostic] {
    let catalog = try Repository.catalog()
    let profile = try SampleProfile.read("profile: 1\nid: sample\ntitle: Sample\n" + contract, catalog)
    var bag = DiagnosticBag()
    ContractCheck.run(profile, into: &bag)
    return bag.sorted
  }
}
