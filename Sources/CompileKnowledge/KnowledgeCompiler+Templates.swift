import CatalogModel
import Diagnostics
import Generation
import Workspace
import YAMLSyntax

extension KnowledgeCompiler {
  /// Checks the templates against the catalog and returns their Swift source.
  static func compileTemplates(
    folder: String, against catalog: Catalog, into bag: inout DiagnosticBag
  ) throws(LoadFailure) -> String {
    let sources = try load(folder: folder, endings: TemplateFile.endings)
    let files = sources.map { TemplateFile(path: $0.path, contents: .text($0.source)) }
    _ = TemplateSet.check(files, against: catalog, into: &bag)
    let trees = sources.filter { $0.path.hasSuffix(".yaml") }.compactMap { path, source -> YAMLTree? in
      var ignored = DiagnosticBag()
      return YAMLTree.parse(SourceFile(name: "templates/" + path, contents: source.contents), into: &ignored)
    }
    guard !bag.hasErrors else { return "" }
    guard let forest = YAMLForest.embed(trees) else {
      bag.add(Diagnostic("build/templates-too-large", "the templates are too large to be embedded"))
      return ""
    }
    let packs = pack(sources, for: catalog).map { "  \(swiftLiteral($0)),\n" }
    let texts = sources.filter { !$0.path.hasSuffix(".yaml") }.map { path, source in
      "  (\(swiftLiteral(path)), \(swiftLiteral(String(decoding: source.contents, as: UTF8.self)))),\n"
    }
    return """
      /// The YAML documents of `templates/`, parsed.
      let embeddedTemplateDocuments: StaticString = \(swiftLiteral(forest))
      /// The templates of `templates/`, by path.
      let embeddedTemplates: [(path: StaticString, text: StaticString)] = [
      \(texts.joined())]
      /// The kinds, their files and the partials, read.
      let embeddedPackedTemplates: [StaticString] = [
      \(packs.joined())]

      """
  }

  /// What is generated from files that were checked.
  private static func pack(_ sources: [(path: String, source: SourceFile)], for catalog: Catalog) -> [String]
  {
    let files = sources.map { path, source in
      let named = SourceFile(name: "templates/" + path, contents: source.contents)
      return TemplateFile(path: path, contents: .text(named))
    }
    var ignored = DiagnosticBag()
    let set = TemplateSet.read(files, catalog.vocabulary, into: &ignored)
    return PackedTemplates.write(set)
  }
}
