import Analysis
import Diagnostics
import Workspace
import YAMLSyntax

extension KnowledgeCompiler {
  /// The files of the catalog as they are written, as Swift source.
  static func compileTexts(folder: String) throws(LoadFailure) -> String {
    let files = try load(folder: folder, endings: FolderListing.yamlEndings).map { path, source in
      "  (\(swiftLiteral(path)), \(swiftLiteral(String(decoding: source.contents, as: UTF8.self)))),\n"
    }
    return """
      /// The files of `catalog/` as they are written, by path.
      let embeddedCatalogTexts: [(path: StaticString, text: StaticString)] = [
      \(files.joined())]

      """
  }

  /// Checks the pages about diagnostics and returns their Swift source.
  static func compilePages(folder: String, into bag: inout DiagnosticBag) throws(LoadFailure) -> String {
    var trees: [YAMLTree] = []
    for (path, source) in try load(folder: folder, endings: FolderListing.yamlEndings) {
      guard let tree = YAMLTree.parse(source, into: &bag) else { continue }
      DiagnosticPage.check(tree, into: &bag)
      var ignored = DiagnosticBag()
      let named = SourceFile(name: path, contents: source.contents)
      if let tree = YAMLTree.parse(named, into: &ignored) { trees.append(tree) }
    }
    guard let forest = YAMLForest.embed(trees) else {
      bag.add(Diagnostic("build/pages-too-large", "The pages about diagnostics are too large to be embedded"))
      return ""
    }
    return """
      /// The pages about diagnostics, parsed.
      let embeddedDiagnosticPages: StaticString = \(swiftLiteral(forest))

      """
  }
}
