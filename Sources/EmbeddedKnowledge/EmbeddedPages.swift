package import Diagnostics
package import YAMLSyntax

/// The pages about diagnostics as they were when the program was built.
package enum EmbeddedPages {
  /// The documents, by their areas.
  package static var documents: [(area: String, tree: YAMLTree)] {
    guard let forest = YAMLForest(embedded: embeddedDiagnosticPages) else {
      preconditionFailure("the build embedded no pages about diagnostics")
    }
    return forest.trees.map { (String($0.file.name.prefix { $0 != "." }), $0) }
  }
}

extension EmbeddedCatalog {
  /// Its files as they are written, by their paths below `catalog/`.
  package static var texts: [(path: String, file: SourceFile)] {
    embeddedCatalogTexts.map { path, text in
      ("\(path)", SourceFile(name: "catalog/\(path)", contents: text.withUTF8Buffer { Array($0) }))
    }
  }
}
