import Diagnostics
import Requirements
import TestSupport
import Testing

/// What messages must not do to each other, as found in a whole profile.
@Suite struct ContractAgreementTests {
  @Test(arguments: [
    ("'/a/{id}'", "'/a/{key}'", "contract/repeated-call"),
    ("/a", "/a/b", ""),
  ])
  func messagesHaveCallsOfTheirOwn(one: String, other: String, finding: String) throws {
    let messages = """
      contract:
        messages:
          - { name: one, operation: create, path: \(one) }
          - { name: other, operation: notify, path: \(other) }
          - { name: third, operation: read, path: \(one) }

      """
    #expect(try findings(messages).map(\.id.description) == (finding.isEmpty ? [] : [finding]))
  }

  @Test(arguments: [("event: A__e", ["contract/disputed-type"]), ("endpoint: {}", [])])
  func theFieldsOfTheEventHaveOneType(part: String, expected: [String]) throws {
    let messages = """
      contract:
        \(part)
        messages:
          - { name: one, operation: create, fields: [ { external: amount, type: string } ] }
          - { name: other, operation: update, fields: [ { external: amount, type: decimal } ] }

      """
    let found = try findings(messages)
    #expect(found.map(\.id.description) == expected)
    #expect(found.allSatisfy { $0.primary != nil && $0.secondary.count == 1 })
  }

  private func findings(_ contract: String) throws -> [Diagnostic] {
    let profile = try SampleProfile.read(SampleProfile.head + contract, SampleCatalog.make())
    var bag = DiagnosticBag()
    ContractCheck.run(profile, into: &bag)
    return bag.sorted
  }
}
