import CatalogModel
import DecisionEngine
import Diagnostics
import Packing
import Workspace
import YAMLSyntax

extension KnowledgeCompiler {
  /// Checks the catalog and returns it with its Swift source.
  static func compileCatalog(
    folder: String, into bag: inout DiagnosticBag
  ) throws(LoadFailure) -> (catalog: Catalog, text: String) {
    let sources = try load(folder: folder, endings: FolderListing.yamlEndings)
    let files = sources.compactMap { path, source in
      YAMLTree.parse(source, into: &bag).map { CatalogFile(path: path, tree: $0) }
    }
    let digest = CatalogDigest.digest(of: sources.map { (path: $0.path, file: $0.source) })
    let catalog = CatalogReader.readChecked(files, digest: digest, into: &bag)
    let trees = sources.compactMap { path, source -> YAMLTree? in
      var ignored = DiagnosticBag()
      return YAMLTree.parse(SourceFile(name: "catalog/" + path, contents: source.contents), into: &ignored)
    }
    guard let forest = YAMLForest.embed(trees) else {
      bag.add(Diagnostic("build/catalog-too-large", "the catalog is too large to be embedded"))
      return (catalog, "")
    }
    let text = """
      /// The digest of `catalog/` when the program was built.
      let embeddedCatalogDigest = \(swiftLiteral(digest))
      /// The documents of `catalog/`, parsed.
      let embeddedCatalog: StaticString = \(swiftLiteral(forest))
      /// What a decision needs of them, read.
      let embeddedPackedCatalog: StaticString = \(swiftLiteral(pack(of: trees, digest: digest)))

      """
    return (catalog, text)
  }

  /// What a decision needs of documents that were checked.
  private static func pack(of trees: [YAMLTree], digest: String) -> String {
    var ignored = DiagnosticBag()
    let files = trees.map { CatalogFile(path: String($0.file.name.dropFirst("catalog/".count)), tree: $0) }
    let catalog = CatalogReader.read(files, digest: digest, scope: .deciding, into: &ignored)
    var pack = PackWriter()
    PackedCatalog.write(catalog, documents: trees.map(\.file.name).sorted(), to: &pack)
    DecisionTable(catalog).write(to: &pack)
    return pack.text
  }

  /// The files of a folder with their paths below it.
  static func load(
    folder: String, endings: [String]
  ) throws(LoadFailure) -> [(path: String, source: SourceFile)] {
    var sources: [(path: String, source: SourceFile)] = []
    for path in try FolderListing.list(folder, endings: endings).files {
      sources.append((String(path.dropFirst(folder.count + 1)), try SourceFile.load(path)))
    }
    return sources
  }
}
