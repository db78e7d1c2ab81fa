import Diagnostics
import XMLSyntax

/// A component of an org, as a generated file describes it.
struct OrgMetadata: Sendable, Hashable {
  /// In the spelling of its files, such as `permissionset`.
  let type: String
  let name: String

  private static let ending = "-meta.xml"

  /// `nil` for every file that describes none.
  init?(path: String) {
    let components = path.split(separator: "/")
    guard let file = components.last, file.hasSuffix(Self.ending) else { return nil }
    let stem = file.dropLast(Self.ending.count)
    guard let dot = stem.lastIndex(of: ".") else { return nil }
    type = String(stem[stem.index(after: dot)...])
    let own = String(stem[..<dot])
    // A field lies in the folder of its object: objects/Order__c/fields/Name__c.field-meta.xml
    name = type == "field" && components.count > 2 ? "\(components[components.count - 3]).\(own)" : own
  }

  /// Whether records of an org hold something in it; events are gone as soon as they were delivered.
  var holdsData: Bool {
    (type == "field" || type == "object") && !(object ?? name).hasSuffix("__e")
  }

  /// The object of a field.
  var object: String? {
    guard type == "field", let dot = name.firstIndex(of: ".") else { return nil }
    return String(name[..<dot])
  }
  var isPermissions: Bool { type == "permissionset" || type == "profile" }
  var isCredential: Bool { type == "namedCredential" || type == "externalCredential" }
  var words: String { "\(type) \(name)" }

  /// What a permission set permits, a line for each; empty where it cannot be read.
  static func permissions(in artifact: ReviewedArtifact) -> Set<String> {
    guard let root = root(of: artifact) else { return [] }
    var permissions: Set<String> = []
    for element in root.children {
      let flags = element.children.filter { $0.text == "true" }.map(\.name.local)
      let names = element.children.filter { $0.text != "true" && $0.text != "false" }.map(\.text)
      for flag in flags {
        permissions.insert("\(element.name.local) \(names.joined(separator: " ")): \(flag)")
      }
    }
    return permissions
  }

  /// What a credential says, by the names of its members and parameters; `nil` where it cannot be read.
  static func members(in artifact: ReviewedArtifact) -> [String: [String]]? {
    guard let root = root(of: artifact) else { return nil }
    var members: [String: [String]] = [:]
    for element in root.children {
      let names = ["parameterName", "parameterType"].compactMap { element.children($0).first?.text }
      let content = element.children.map { "\($0.name.local): \($0.text)" }
      members[names.first ?? element.name.local, default: []]
        .append(content.isEmpty ? element.text : content.joined(separator: "\n"))
    }
    return members.mapValues { $0.sorted() }
  }

  private static func root(of artifact: ReviewedArtifact) -> XMLElement? {
    var bag = DiagnosticBag()
    let file = SourceFile(name: artifact.path, contents: artifact.contents)
    guard let document = XMLDocument.parse(file, into: &bag) else { return nil }
    return document.root
  }
}
