/// A list of metadata: `package.xml`, or `destructiveChanges.xml`, which has no version.
struct MetadataList {
  let components: Set<MetadataComponent>
  let version: String?

  init(components: Set<MetadataComponent> = [], version: String? = nil) {
    self.components = components
    self.version = version
  }

  /// The list of types in such a text, each a list of members.
  static let rule = ListRule(
    container: ["Package"],
    items: [ListRule.Item(name: "types", keys: ["name"], inner: [ListRule.Item(name: "members")])])

  /// `nil` where a text is no such list.
  init?(_ text: [UInt8]) {
    guard let outline = XMLOutline(text), let root = outline.root, root.name == "Package" else { return nil }
    version = root.children("version").first.map(outline.words)
    components = Set(
      root.children("types").flatMap { types -> [MetadataComponent] in
        let type = types.children("name").first.map(outline.words) ?? ""
        return types.children("members").map { MetadataComponent(type: type, member: outline.words($0)) }
      })
  }

  /// The text of the list; the same for the same components.
  func rendered() -> [UInt8] {
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<Package xmlns=\"http://soap.sforce.com/2006/04/metadata\">",
    ]
    for (type, members) in Dictionary(grouping: components, by: \.type).sorted(by: { $0.key < $1.key }) {
      lines.append("    <types>")
      lines += members.sorted().map { "        <members>\($0.member)</members>" }
      lines += ["        <name>\(type)</name>", "    </types>"]
    }
    if let version { lines.append("    <version>\(version)</version>") }
    return Array((lines + ["</Package>", ""]).joined(separator: "\n").utf8)
  }
}
