import DocumentSchema
package import YAMLSyntax

/// The paths of a workspace file, which are needed before its other parts can be checked.
///
/// A path that climbs out of the file's folder is left out; the shape of the file reports it.
package struct WorkspaceOutline: Sendable {
  /// The folders that hold the profiles; empty where the file does not say.
  package let profiles: [WorkspacePath]
  /// The folder that designs are generated into.
  package let designs: WorkspacePath?
  /// The folders of the overlays of the catalog.
  package let overlays: [WorkspacePath]

  package init(_ tree: YAMLTree) {
    let root = tree.root
    profiles = Self.paths(root["profiles"])
    designs = root["designs"].flatMap(Self.path)
    overlays = Self.paths(root["overlays"])
  }

  private static func paths(_ node: YAMLNode?) -> [WorkspacePath] { node?.elements.compactMap(path) ?? [] }

  static func path(_ node: YAMLNode) -> WorkspacePath? {
    guard var text = node.text, WorkspaceShape.pathPattern.matches(text) else { return nil }
    if text.count > 1, text.last == "/" { text.removeLast() }
    return WorkspacePath(text: text, location: node.location)
  }
}
