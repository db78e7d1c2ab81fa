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

  /// A contract need not have messages for its addresses to be looked at.
  @Test(arguments: [
    ("https://erp.example.com", []), ("http://localhost:8081/api", []), ("http://orders", []),
    ("http://127.0.0.1:8081", []),
    (
      "http://erp.example.com/api",
      ["contract/clear-text warning: write https://erp.example.com/api"]
    ),
    ("http://10.0.0.7:8080", ["contract/clear-text warning: write https, and the port that serves it"]),
    ("https://erp.example.com:70000", ["contract/unfit-value error: write a port from 1 to 65535"]),
  ])
  func anAddressInClearTextIsAWarning(address: String, expected: [String]) throws {
    for contract in [
      "contract: { endpoint: { base-url: \"\(address)\" } }\n",
      "contract: { systems: [ { name: stock, base-url: \"\(address)\" } ] }\n",
    ] {
      let found = try findings(contract)
      #expect(found.map { "\($0.id) \($0.severity): \($0.fixes.map(\.summary).joined())" } == expected)
      #expect(found.allSatisfy { $0.primary?.location.range.start.line == 4 })
    }
  }

  @Test func systemsThatShareANameAreFoundWithoutMessages() throws {
    let system = "{ name: stock, base-url: \"https://stock.example.com\" }"
    #expect(
      try findings("contract: { systems: [ \(system), \(system) ] }\n").map(\.id.description) == [
        "contract/repeated-name"
      ])
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
    ("path: /orders", []), ("path: /orders/{key}", []), ("path: /orders/{kee}", []),
    ("path: /orders/", ["contract/impossible-path"]), ("path: /", []),
  ])
  func pathsEndInNoSlash(path: String, expected: [String]) throws {
    let contract = """
      contract:
        messages:
          - name: one
            operation: create
            \(path)
            fields: [ { salesforce: Key__c, external: key, type: string, required: true } ]

      """
    #expect(try findings(contract).map(\.id.description) == expected)
  }

  @Test(arguments: [("read", 1), ("delete", 1), ("create", 0)])
  func whatHasNoBodyCarriesNoObjects(operation: String, count: Int) throws {
    let contract = """
      contract:
        messages:
          - name: one
            operation: \(operation)
            path: /orders
            fields: [ { external: place, type: object, fields: [ { salesforce: City__c, external: city, type: string } ] } ]

      """
    let found = try findings(contract)
    #expect(found.map(\.id.description) == Array(repeating: "contract/impossible-field", count: count))
  }

  @Test(arguments: [
    ("request: { key: a, amount: 1.50 }", []),
    ("request: { key: a, lines: [ { sku: x } ] }", []),
    ("request: { amount: 1.50 }", ["this example has no 'key', which is required"]),
    ("request: { key: a, amuont: 1.50 }", ["this example has 'amuont', which is no field of the message"]),
    ("request: { key: a, amount: much }", ["this example is no value of a field of type 'decimal'"]),
    ("request: { key: a, amount: 1.505 }", ["this example has more than 2 digits behind the decimal point"]),
    ("request: { key: abcdef }", ["this example is longer than the 5 characters of its field"]),
    ("request: { key: a, lines: [ { sku: 4 } ] }", ["this example is no value of a field of type 'string'"]),
    ("request: { key: a, lines: x }", ["this example is no value of a field of type 'list'"]),
    ("request: { key: null }", ["this example is no value of a field of type 'string'"]),
    ("request: { key: a, amount: null }", []),
    ("response: { number: 1 }", ["this example has 'number', which is no field of the message"]),
  ])
  func examplesAreWhatTheFieldsSay(example: String, expected: [String]) throws {
    let contract = """
      contract:
        messages:
          - name: one
            operation: create
            fields:
              - { salesforce: Key__c, external: key, type: string, max-length: 5, required: true }
              - { salesforce: Amount, external: amount, type: decimal, precision: 5, scale: 2 }
              - { external: lines, type: list, of: [ { salesforce: Sku__c, external: sku, type: string } ] }
            examples:
              - \(example)

      """
    let found = try findings(contract)
    #expect(
      found.map(\.message).map {
        $0.replacing("the request of ", with: "").replacing("the response of ", with: "")
      } == expected)
    #expect(
      found.allSatisfy { finding in
        guard let place = finding.primary?.location else { return false }
        return place.file.line(place.range.start.line)?.contains(example) == true
      })
  }

  @Test(arguments: [("8443", 0), ("65535", 0), ("65536", 1), ("0", 1)])
  func portsHaveSixteenBits(port: String, count: Int) throws {
    let contract = """
      contract:
        endpoint: { base-url: "https://erp.example.com/api" }
        systems: [ { name: stock, base-url: "https://stock.example.com:\(port)/api" } ]
        messages: [ { name: one, operation: create, system: stock } ]

      """
    #expect(try findings(contract).count == count)
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
    (
      "salesforce-to-external",
      "external: a, type: object, fields: [ { external: b, type: string, required: true } ]", 1
    ),
    (
      "salesforce-to-external",
      "external: a, salesforce: Data__c, type: object, fields: [ { external: b, type: string, required: true } ]",
      0
    ),
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
