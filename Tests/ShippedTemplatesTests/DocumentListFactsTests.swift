import TestSupport
import Testing

@testable import Generation

/// What lists.yaml says of documents, when both sides change them.
@Suite struct DocumentListFactsTests {
  private static let shipped = Result { try ShippedTemplates() }

  /// A file as it is generated, where a team and the templates each add an item of their own before the same line.
  private func merged(
    _ name: String, before line: String, _ ours: String, _ theirs: String
  ) throws -> FileMerge.Outcome {
    let files = try Self.shipped.get().generate("examples/opportunity-to-order.yaml").files
    let file = try #require(files?.first { $0.path.name.hasSuffix(name) })
    let base = String(decoding: file.contents, as: UTF8.self)
    func with(_ item: String) throws -> [UInt8] {
      let place = try #require(base.firstRange(of: line)).lowerBound
      return Array((base[..<place] + item + base[place...]).utf8)
    }
    let merge = LineMerge(base: file.contents, ours: try with(ours), theirs: try with(theirs))
    let outcome = FileMerge(format: file.format) { _ in .overlapping([]) }.merge(merge)
    // Without the list, there is nothing but lines.
    let lines = FileMerge(format: FileFormat(.xml)) { _ in .overlapping([]) }.merge(merge)
    #expect(lines == .conflict(marked: []))
    return outcome
  }

  private func holds(_ outcome: FileMerge.Outcome, _ items: String...) -> Bool {
    guard case .merged(let text) = outcome else { return false }
    return items.allSatisfy { String(decoding: text, as: UTF8.self).contains($0) }
  }

  /// A team that has something of its own to list has no other place for it.
  @Test(arguments: ShippedTemplates.profiles)
  func filesThatAreSuchListsAreShared(profile: String) throws {
    for file in try Self.shipped.get().generate(profile).files ?? [] where file.language == .xml {
      guard let root = XMLOutline(file.contents)?.root else { continue }
      #expect(file.format.lists.rules(of: root.name).isEmpty || file.ownership == .merged, "\(file.path)")
    }
  }

  @Test func dependenciesOfAMuleProjectMerge() throws {
    func dependency(_ id: String) -> String {
      "    <dependency>\n      <groupId>com.example</groupId>\n      <artifactId>\(id)</artifactId>\n"
        + "      <version>1.0.0</version>\n    </dependency>\n"
    }
    let outcome = try merged(
      "pom.xml", before: "  </dependencies>", dependency("ours"), dependency("theirs"))
    #expect(holds(outcome, "<artifactId>ours<", "<artifactId>theirs<"))
  }

  @Test func permissionsOfAPermissionSetMerge() throws {
    func permission(_ field: String) -> String {
      "    <fieldPermissions>\n        <editable>false</editable>\n        <field>\(field)</field>\n"
        + "        <readable>true</readable>\n    </fieldPermissions>\n"
    }
    let outcome = try merged(
      "_Requester.permissionset-meta.xml", before: "    <fieldPermissions>", permission("Order__c.Ours__c"),
      permission("Order__c.Theirs__c"))
    #expect(holds(outcome, "<field>Order__c.Ours__c<", "<field>Order__c.Theirs__c<"))
  }
}
