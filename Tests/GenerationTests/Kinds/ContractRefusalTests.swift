import Diagnostics
import Generation
import Testing

@Suite struct ContractRefusalTests {
  private func findings(_ refusal: String, _ text: String, scope: String = "") throws -> [Diagnostic] {
    let kind = """
      id: page
      title: A page
      \(scope)
      refuses: [\(refusal)]
      files:
        - { path: "{{names.page}}.md", template: page.md.mustache, language: markdown, ownership: merged }
      """
    let text = SampleProfile.head + text
    return try SampleProfile.generate(text, ["page/kind.yaml": kind]).findings
  }

  /// The line and the text at the place of the only finding.
  private func place(_ findings: [Diagnostic]) throws -> String {
    #expect(findings.map(\.id) == [.generationUnfitContract])
    let location = try #require(findings.first?.primary?.location)
    return try #require(location.file.line(location.range.start.line))
  }

  private func contract(_ key: String, _ field: String, operation: String = "upsert") -> String {
    """
    contract:
      messages:
        - name: send-thing
          operation: \(operation)
          path: /things
          salesforce-object: Thing__c
          \(key)
          fields:
            - { salesforce: Name, external: name, type: string }
            - \(field)

    """
  }

  private static let plain = "{ salesforce: Key__c, external: key, type: string }"

  @Test(arguments: [
    ("nested-fields", "{ external: lines, type: list, of: string }", "external: lines"),
    ("relationship-fields", "{ salesforce: Account.Name, external: owner, type: string }", "external: owner"),
    ("distant-fields", "{ salesforce: A__r.B__r.C__c, external: far, type: string }", "external: far"),
    (
      "required-relationship-fields",
      "{ salesforce: Account.Name, external: owner, type: string, required: true }", "external: owner"
    ),
  ])
  func namesThePlaceOfAFieldThatCannotBeCarried(refusal: String, field: String, line: String) throws {
    let findings = try findings(refusal, contract("description: A thing.", field))
    #expect(try place(findings).contains(line))
    #expect(try self.findings(refusal, contract("description: A thing.", Self.plain)) == [])
  }

  @Test func namesThePlaceOfAPathThatNoFieldFills() throws {
    let filled = contract("path: /things/{key}", Self.plain).replacing("      path: /things\n", with: "")
    #expect(try findings("unfilled-paths", filled) == [])
    let unfilled = filled.replacing("{key}", with: "{kee}")
    #expect(try place(findings("unfilled-paths", unfilled)).contains("path: /things/{kee}"))
  }

  @Test func namesThePlaceOfACallThatTwoSystemsHave() throws {
    let contract = """
      contract:
        systems: [ { name: stock, base-url: "https://stock.example.com" } ]
        messages:
          - { name: one, operation: read, path: "/things/{key}" }
          - { name: two, operation: read, path: "/things/{id}", system: stock }
          - { name: three, operation: delete, path: "/things/{key}", system: stock }

      """
    #expect(try place(findings("shared-calls", contract)).contains("name: two"))
    #expect(try findings("read-messages", contract).count == 2)
  }

  @Test func namesThePlaceOfAReadWithoutAnAnswer() throws {
    let contract = """
      contract:
        messages:
          - { name: one, operation: read, path: /one, response: [ { external: a, type: string } ] }
          - { name: two, operation: read, path: /two }
          - { name: three, operation: delete, path: /three }

      """
    let found = try findings("unanswered-reads", contract)
    #expect(found.count == 1)
    #expect(try place(found).contains("name: two"))
  }

  @Test(arguments: [
    ("unsent-keys", "external-id: Other__c", plain),
    ("unfit-keys", "external-id: Key__c", "{ salesforce: Key__c, external: key, type: date }"),
    (
      "unfit-keys", "external-id: Key__c",
      "{ salesforce: Key__c, external: key, type: string, max-length: 300 }"
    ),
  ])
  func namesThePlaceOfAKeyThatCannotBeUsed(refusal: String, key: String, field: String) throws {
    #expect(try place(findings(refusal, contract(key, field))).contains("external-id"))
    #expect(try findings(refusal, contract("external-id: Key__c", Self.plain)) == [])
  }

  @Test func namesThePlaceOfAKeyInTheResponseThatCannotBeUsed() throws {
    let text = contract("external-id: Other__c", Self.plain)
    let answer = "      response: [ { salesforce: Other__c, external: other, type: string } ]\n"
    #expect(try findings("unfit-keys", text + answer) == [])
    let unfit = answer.replacing("string", with: "boolean")
    #expect(try place(findings("unfit-keys", text + unfit)).contains("external-id: Other__c"))
  }

  @Test(arguments: [("read-messages", "read", "create"), ("write-messages", "delete", "read")])
  func namesThePlaceOfAnOperation(refusal: String, refused: String, accepted: String) throws {
    let key = "description: A thing."
    let findings = try findings(refusal, contract(key, Self.plain, operation: refused))
    #expect(try place(findings).contains("operation: \(refused)"))
    #expect(try self.findings(refusal, contract(key, Self.plain, operation: accepted)) == [])
  }

  @Test(arguments: ["Thing__e", "Thing__x", "Thing__mdt", "AccountChangeEvent"])
  func namesThePlaceOfAnObjectWithoutRecords(object: String) throws {
    let text = contract("description: A thing.", Self.plain)
    let findings = try findings("transient-objects", text.replacing("Thing__c", with: object))
    #expect(try place(findings).contains("salesforce-object: \(object)"))
    #expect(try self.findings("transient-objects", text) == [])
  }

  @Test func namesThePlaceOfAMessageWithoutAPlaceInSalesforce() throws {
    let text = contract("description: A thing.", "{ external: other, type: string }")
    let without = text.replacing("salesforce: Name, ", with: "")
    #expect(try place(findings("unmapped-messages", without)).contains("name: send-thing"))
    #expect(try findings("unmapped-messages", text) == [])
  }

  @Test func saysOnceWhatSeveralKindsRefuse() throws {
    let field = "{ external: lines, type: list, of: string }"
    let job = (SampleTemplates.files["job/kind.yaml"] ?? "").replacing(
      "for-each: message", with: "for-each: message\nrefuses: [nested-fields]")
    let page = (SampleTemplates.files["page/kind.yaml"] ?? "") + "\nrefuses: [nested-fields]\n"
    let text = SampleProfile.head + contract("description: A thing.", field)
    let (files, findings) = try SampleProfile.generate(
      text, ["job/kind.yaml": job, "page/kind.yaml": page])
    #expect(files == nil)
    #expect(findings.count == 1)
    #expect(findings.first?.notes.first?.contains("(job)") == true)
    #expect(findings.first?.notes.first?.contains("(page)") == true)
  }

  @Test func asksOnlyTheMessagesForWhichAKindIsMade() throws {
    let text = contract("description: A thing.", "{ external: lines, type: list, of: string }")
    let scope = "when: [ { contract: [response] } ]\nfor-each: message"
    #expect(try findings("nested-fields", text, scope: scope) == [])
  }
}
