package import YAMLSyntax

/// One parsed file of a catalog, by its path below the catalog's folder.
package struct CatalogFile: Sendable {
  package let path: String
  package let tree: YAMLTree

  package init(path: String, tree: YAMLTree) {
    self.path = path
    self.tree = tree
  }

  /// The folder that tells what kind of entry it holds; empty for a file at the top.
  var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }

  /// The name without folders and `.yaml`.
  var stem: String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
  }
}
