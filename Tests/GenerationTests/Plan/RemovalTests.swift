import Generation
import Testing

/// What has to be removed from an organisation, told by the paths and contents of files.
@Suite struct RemovalTests {
  private static let list = "s/manifest/destructive/destructiveChanges.xml"
  private static let root = "s/force-app/main/default/"
  private static let metadata = MetadataTypes([
    MetadataType(name: "ApexClass", path: "classes/NAME.cls"),
    MetadataType(name: "CustomObject", path: "objects/NAME/NAME.object"),
    MetadataType(name: "CustomField", path: "objects/OBJECT/fields/NAME.field", whole: "CustomObject"),
    MetadataType(name: "CustomMetadata", path: "customMetadata/NAME.md"),
    MetadataType(name: "LightningComponentBundle", path: "lwc/NAME/"),
    MetadataType(
      name: "WorkflowOutboundMessage", path: "workflows/OBJECT.workflow", elements: "outboundMessages",
      whole: "CustomObject"),
    MetadataType(name: "CustomLabel", path: "labels/CustomLabels.labels", elements: "labels"),
  ])

  /// What is listed after the files of the first design gave way to those of the second.
  private func removed(_ first: [String: String], _ second: [String: String] = [:]) throws -> [String] {
    func project(_ texts: [String: String]) throws -> [GeneratedFile] {
      let package = "<Package><version>67.0</version></Package>\n"
      return try [generated("s/manifest/package.xml", package, language: .xml)]
        + texts.sorted { $0.key < $1.key }.map { try generated(Self.root + $0.key, $0.value) }
    }
    let before = try project(first)
    let existing = try disk(
      Dictionary(
        uniqueKeysWithValues: before.map {
          ($0.path.description, String(decoding: $0.contents, as: UTF8.self))
        }))
    let plan = WritePlan.plan(
      files: try project(second), formats: FormatFacts(metadata: Self.metadata),
      manifest: Manifest(before.map { Manifest.Entry(of: $0) }), existing: existing)
    let text = plan.actions.first { $0.path.description == Self.list }?.verb.written?.contents ?? []
    return String(decoding: text, as: UTF8.self).split(separator: "\n").compactMap { line in
      let words = line.split(separator: ">").first?.split(separator: "<").last ?? ""
      guard words == "members" || words == "name" else { return nil }
      return line.split { $0 == ">" || $0 == "<" }.dropFirst(2).first.map(String.init)
    }
  }

  private func workflow(_ names: String...) -> String {
    let messages = names.map {
      "<outboundMessages><fullName>\($0)</fullName><name>x</name></outboundMessages>"
    }
    return "<Workflow>\(messages.joined())</Workflow>\n"
  }

  @Test(arguments: [
    ("classes/A.cls-meta.xml", ["A", "ApexClass"]), ("classes/A.cls", ["A", "ApexClass"]),
    ("customMetadata/Setting.One.md-meta.xml", ["Setting.One", "CustomMetadata"]),
    ("objects/Account/fields/F__c.field-meta.xml", ["Account.F__c", "CustomField"]),
    ("objects/O__c/O__c.object-meta.xml", ["O__c", "CustomObject"]),
    ("lwc/live/live.css", ["live", "LightningComponentBundle"]),
    ("lwc/live/__tests__/live.test.js", ["live", "LightningComponentBundle"]),
    ("objects/O__c/P__c.object-meta.xml", []), ("docs/A.md", []), ("classes/README.md", []),
    ("lwc/jsconfig.json", []), ("classes/.cls", []),
  ])
  func aFileTellsWhichComponentItIs(path: String, component: [String]) throws {
    #expect(try removed([path: "x\n"]) == component)
  }

  @Test func aBundleIsThereForAsLongAsAnyOfItsFilesIs() throws {
    let first = ["lwc/live/live.js": "x\n", "lwc/live/live.css": "x\n"]
    #expect(try removed(first, ["lwc/live/live.js": "x\n"]).isEmpty)
    #expect(try removed(first, ["lwc/other/other.js": "x\n"]) == ["live", "LightningComponentBundle"])
  }

  @Test func aFileCanHoldSeveralComponents() throws {
    let path = "workflows/Account.workflow-meta.xml"
    #expect(
      try removed([path: workflow("One", "Two")]) == [
        "Account.One", "Account.Two", "WorkflowOutboundMessage",
      ])
    // A file that stays can lose some.
    #expect(
      try removed([path: workflow("One", "Two")], [path: workflow("Two")])
        == ["Account.One", "WorkflowOutboundMessage"])
    #expect(try removed([path: workflow("One")], [path: workflow("One", "Two")]).isEmpty)
    let labels = "labels/CustomLabels.labels-meta.xml"
    #expect(
      try removed([labels: "<CustomLabels><labels><fullName>L</fullName></labels></CustomLabels>\n"])
        == ["L", "CustomLabel"])
  }

  @Test func whatIsPartOfAnObjectGoesWithIt() throws {
    let first = [
      "objects/O__c/O__c.object-meta.xml": "x\n", "objects/O__c/fields/F__c.field-meta.xml": "x\n",
      "workflows/O__c.workflow-meta.xml": workflow("One"),
      "workflows/Account.workflow-meta.xml": workflow("Two"),
    ]
    #expect(try removed(first) == ["O__c", "CustomObject", "Account.Two", "WorkflowOutboundMessage"])
  }
}
