/// The types of Salesforce metadata that generated files can hold.
package struct MetadataTypes: Sendable, Hashable {
  let types: [MetadataType]
  private let wholes: [String: String]
  private let fieldObjects: [String: String]

  package init(_ types: [MetadataType] = []) {
    self.types = types
    wholes = Dictionary(types.compactMap { type in type.whole.map { (type.name, $0) } }) { first, _ in first }
    let fields = types.filter { $0.name == "CustomField" }.flatMap(\.definedOn)
    fieldObjects = Dictionary(fields.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
  }

  /// The names of the types.
  package var names: [String] { types.map(\.name) }

  /// Whether a path is that of a file which holds components of any type.
  package func matches(_ path: RelativePath) -> Bool { types.contains { $0.matches(path) } }

  /// The object on which the custom fields of one are defined, which is itself for most.
  func fieldObject(of object: String) -> String { fieldObjects[object.lowercased()] ?? object }

  /// The components that a file holds.
  func components(in path: RelativePath, _ contents: [UInt8]) -> [MetadataComponent] {
    types.flatMap { $0.components(in: path, contents) }
  }

  /// The component that one goes with when that is removed.
  func whole(of component: MetadataComponent) -> MetadataComponent? {
    wholes[component.type].map {
      MetadataComponent(type: $0, member: String(component.member.prefix { $0 != "." }))
    }
  }
}
