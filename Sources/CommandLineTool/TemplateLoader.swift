import CatalogModel
import Diagnostics
import EmbeddedKnowledge
import Generation
import Workspace

/// Loads the templates that a command works with.
enum TemplateLoader {
  /// The built-in templates, or those in a folder, checked as a whole.
  ///
  /// - Parameter isStaged: whether a folder of this repository is read as it is staged.
  /// - Throws: `ExitStatus` after the reason was shown.
  static func load(
    _ options: KnowledgeOptions, _ catalog: Catalog, _ console: Console, isStaged: Bool = false
  ) throws -> TemplateSet {
    guard let folder = options.templatesFolder else {
      let isEmbedded = catalog.digest == EmbeddedCatalog.digest
      return kept(isEmbedded ? EmbeddedTemplates.open() : EmbeddedTemplates.read(catalog.vocabulary))
    }
    var bag = DiagnosticBag()
    let files = try load(folder: folder, isStaged, console)
    guard !files.isEmpty else {
      console.fail("there is no template in \(folder)")
      throw ExitStatus.invalidInput
    }
    let templates = TemplateSet.check(files, against: catalog, into: &bag)
    console.show(bag)
    guard !bag.hasErrors else {
      console.tell("The templates in \(folder) have errors; nothing is generated from them.\n")
      throw ExitStatus.invalidInput
    }
    return templates
  }

  private static func load(folder: String, _ isStaged: Bool, _ console: Console) throws -> [TemplateFile] {
    do throws(LoadFailure) {
      return try SourceFile.load(below: folder, endings: TemplateFile.endings, isStaged: isStaged).map {
        file in
        let below = String(file.name.dropFirst(folder.count).drop { $0 == "/" })
        return TemplateFile(path: below, contents: .text(file))
      }
    } catch {
      console.fail(error.description)
      throw error.status
    }
  }
}
