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

  @Test(arguments: [
    ("/a/{id}", "required: true", []), ("/a/{id}", "required: false", ["contract/impossible-path"]),
    ("/a/{id}/{id}", "required: true", ["contract/impossible-path"]),
    ("/a/{}", "", ["contract/impossible-path"]), ("/a/{id", "", ["contract/impossible-path"]),
    ("/a/id}", "", ["contract/impossible-path"]), ("/a/{other}", "", []),
    ("/a/{lines}", "", ["contract/impossible-path"]),
  ])
  func pathsNameWhatCanFillThem(path: String, more: String, expected: [String]) throws {
    let messages = """
      contract:
        messages:
          - name: one
            operation: update
            path: '\(path)'
            fields:
              - { external: id, type: string\(more.isEmpty ? "" : ", " + more) }
              - { external: lines, type: list, of: string }

      """
    let found = try findings(messages)
    #expect(found.map(\.id.description) == expected)
    #expect(found.allSatisfy { $0.primary != nil })
  }

  @Test(arguments: [
    ("type: string, max-length: 3, default: abc", ""),
    ("type: string, max-length: 3, default: abcd", "contract/unfit-value"),
    ("type: boolean, max-length: 3", "contract/impossible-field"),
    ("type: id, max-length: 14", "contract/impossible-field"),
    ("type: enum, max-length: 2, values: [ab, abc]", "contract/unfit-value"),
    ("type: decimal, precision: 4, scale: 2, default: 12.34", ""),
    ("type: decimal, precision: 4, scale: 2, default: 123.4", "contract/unfit-value"),
    ("type: decimal, precision: 4, scale: 2, default: 1.234", "contract/unfit-value"),
    ("type: integer, precision: 2, default: -100", "contract/unfit-value"),
    ("type: list, of: string, max-length: 3", ""), ("type: list, of: object", "contract/incomplete-field"),
    ("type: list, of: enum", "contract/incomplete-field"),
    ("type: list, of: list", "contract/incomplete-field"),
  ])
  func fieldsCanCarryWhatTheyAreSaidTo(field: String, finding: String) throws {
    let messages = """
      contract:
        messages:
          - { name: one, operation: create, fields: [ { external: a, \(field) } ] }

      """
    #expect(try findings(messages).map(\.id.description) == (finding.isEmpty ? [] : [finding]))
  }

  @Test func messagesDifferInMoreThanHyphens() throws {
    let messages = """
      contract:
        messages:
          - { name: re-create, operation: create }
          - { name: recreate, operation: create }

      """
    #expect(try findings(messages).map(\.id.description) == ["contract/repeated-name"])
  }

  private func findings(_ contract: String) throws -> [Diagnostic] {
    let profile = try SampleProfile.read(SampleProfile.head + contract, SampleCatalog.make())
    var bag = DiagnosticBag()
    ContractCheck.run(profile, into: &bag)
    return bag.sorted
  }
}
