import CatalogModel
import Diagnostics
import EmbeddedKnowledge
import YAMLSyntax

/// The files of a catalog, and what they say.
struct LoadedCatalog {
  let files: [CatalogFile]
  /// The files without overlays.
  let base: [CatalogFile]
  let catalog: Catalog
  /// What is wrong with it.
  let findings: DiagnosticBag

  var sources: [SourceFile] { files.map(\.tree.file) }

  /// The catalog, where nothing is wrong with it.
  ///
  /// - Throws: `ExitStatus` after the reason was shown.
  func readSound(_ console: Console) throws -> Catalog {
    console.show(findings)
    guard !findings.hasErrors else { throw ExitStatus.invalidInput }
    return catalog
  }
}

extension CatalogLoader {
  /// The catalog with its files, whatever is wrong with it.
  ///
  /// - Throws: `ExitStatus` after the reason was shown, when a file is not to be had.
  static func loadFiles(_ options: KnowledgeOptions, _ console: Console) throws -> LoadedCatalog {
    guard let folder = options.catalogFolder else {
      let files = EmbeddedCatalog.files
      return LoadedCatalog(
        files: files, base: files, catalog: EmbeddedCatalog.read(), findings: DiagnosticBag())
    }
    var bag = DiagnosticBag()
    let (files, digest) = try load(filesIn: folder, console, into: &bag)
    let catalog = CatalogReader.readChecked(files, digest: digest, into: &bag)
    return LoadedCatalog(files: files, base: files, catalog: catalog, findings: bag)
  }
}
