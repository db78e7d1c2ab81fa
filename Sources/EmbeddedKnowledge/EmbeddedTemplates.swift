import Diagnostics
package import Generation
package import Requirements
import YAMLSyntax

/// The templates as they were when the program was built.
package enum EmbeddedTemplates {
  /// Their files, by their paths below `templates/`.
  package static var files: [TemplateFile] {
    guard let forest = YAMLForest(embedded: embeddedTemplateDocuments) else {
      preconditionFailure("the build embedded no templates")
    }
    let documents = forest.trees.map { tree in
      TemplateFile(path: String(tree.file.name.dropFirst("templates/".count)), contents: .document(tree))
    }
    let texts = embeddedTemplates.map { path, text in
      let file = SourceFile(name: "templates/\(path)", contents: text.withUTF8Buffer { Array($0) })
      return TemplateFile(path: "\(path)", contents: .text(file))
    }
    return documents + texts
  }

  /// The kinds, names and templates as the build prepared them, for the catalog that is embedded.
  package static func open() -> TemplateSet { PackedTemplates.read(embeddedPackedTemplates) }

  /// The kinds, names and templates, which the build checked, for another catalog.
  package static func read(_ vocabulary: Vocabulary) -> TemplateSet {
    var bag = DiagnosticBag()
    let templates = TemplateSet.read(files, vocabulary, into: &bag)
    precondition(!bag.hasErrors, "the build embedded templates with errors")
    return templates
  }
}
