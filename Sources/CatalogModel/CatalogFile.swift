package import YAMLSyntax

/// One parsed file of a catalog, by its path below the catalog's folder.
package struct CatalogFile: Sendable {
  package let path: String
  package let tree: YAMLTree

  /// The folder that tells what kind of entry it holds; empty for a file at the top.
  let folder: String

  package init(path: String, tree: YAMLTree) {
    self.path = path
    self.tree = tree
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    folder = slash.map { String(path[..<$0]) } ?? ""
  }

  /// The name without folders and `.yaml`.
  var stem: String {
    let name = folder.isEmpty ? path[...] : path.dropFirst(folder.count + 1)
    return String(name.hasSuffix(".yaml") ? name.dropLast(5) : name)
  }
}
