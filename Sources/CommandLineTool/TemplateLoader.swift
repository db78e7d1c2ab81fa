import CatalogModel
import Diagnostics
import EmbeddedKnowledge
import Generation
import Workspace

/// Loads the templates that a command works with.
enum TemplateLoader {
  /// The built-in templates, or those in a folder if one is named, checked as a whole.
  ///
  /// - Parameter isStaged: whether a folder of this repository is read as it is staged.
  /// - Throws: `ExitStatus` after the reason was shown.
  static func load(
    _ folder: String?, _ catalog: Catalog, _ console: Console, isStaged: Bool = false
  ) throws -> TemplateSet {
    guard let folder else {
      let isEmbedded = catalog.digest == EmbeddedCatalog.digest
      return kept(isEmbedded ? EmbeddedTemplates.open() : EmbeddedTemplates.read(catalog.vocabulary))
    }
    var bag = DiagnosticBag()
    let templates = try check(folder, catalog, console, isStaged: isStaged, into: &bag)
    console.show(bag)
    guard !bag.hasErrors else {
      console.tell("The templates in \(folder) have errors; nothing is generated from them.\n")
      throw ExitStatus.invalidInput
    }
    return templates
  }

  /// What is wrong with the templates in a folder, held against a catalog; nothing where none is named.
  ///
  /// - Throws: `ExitStatus` after the reason was shown, when a file is not to be had.
  static func findings(
    _ folder: String?, _ catalog: Catalog, _ console: Console
  ) throws -> DiagnosticBag {
    var bag = DiagnosticBag()
    if let folder { _ = try check(folder, catalog, console, into: &bag) }
    return bag
  }

  private static func check(
    _ folder: String, _ catalog: Catalog, _ console: Console, isStaged: Bool = false,
    into bag: inout DiagnosticBag
  ) throws -> TemplateSet {
    let files = try load(folder: folder, isStaged, console)
    guard !files.isEmpty else {
      console.fail("there is no template in \(folder)")
      throw ExitStatus.invalidInput
    }
    return TemplateSet.check(files, against: catalog, into: &bag)
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
