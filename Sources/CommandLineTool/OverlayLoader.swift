import CatalogModel
import DesignModel
import Diagnostics
import EmbeddedKnowledge
import Workspace
import YAMLSyntax

extension DiagnosticID {
  static let missingOverlay: DiagnosticID = "workspace/missing-overlay"
  static let linkedOverlay: DiagnosticID = "workspace/linked-overlay"
}

/// Loads the overlays of a workspace, and the catalog with them.
struct OverlayLoader {
  let options: KnowledgeOptions
  let console: Console
  /// Whether overlays are read as the index of git has them.
  var isStaged = false

  /// The catalog with the overlays of a workspace, whatever is wrong with it.
  ///
  /// - Throws: `ExitStatus` after the reason was shown, when a file is not to be had.
  func load(_ workspace: LoadedWorkspace) throws -> LoadedCatalog {
    var bag = DiagnosticBag()
    let base = try loadBase(into: &bag)
    let overlays = try (workspace.outline?.overlays ?? []).compactMap {
      try load($0, of: workspace, into: &bag)
    }
    let digest = CatalogDigest.digest(of: base.digest, with: overlays.map(\.digest))
    let read = CatalogReader.readOverlaid(
      base.files, isChecked: options.catalogFolder == nil, overlays.map(\.overlay), digest: digest,
      into: &bag)
    return LoadedCatalog(files: read.files, base: base.files, catalog: read.catalog, findings: bag)
  }

  private func loadBase(into bag: inout DiagnosticBag) throws -> (files: [CatalogFile], digest: String) {
    guard let folder = options.catalogFolder else { return (EmbeddedCatalog.files, EmbeddedCatalog.digest) }
    return try CatalogLoader.load(filesIn: folder, console, isStaged: isStaged, into: &bag)
  }

  /// The files of an overlay that can be parsed; `nil` where the workspace names no folder.
  private func load(
    _ path: WorkspacePath, of workspace: LoadedWorkspace, into bag: inout DiagnosticBag
  ) throws -> (overlay: Overlay, digest: String)? {
    if let link = LinkSearch.firstLink(in: workspace.folder, on: path.text) {
      bag.add(
        Diagnostic(
          .linkedOverlay, "'\(link)' is a link, which may lead out of the workspace", at: path.location))
      return nil
    }
    let folder = workspace.resolve(path)
    let sources: [SourceFile]
    do throws(LoadFailure) {
      sources = try isStaged ? SourceFile.loadStaged(below: folder) : SourceFile.load(below: folder)
    } catch {
      switch error {
      case .notFound, .notAFolder:
        bag.add(
          Diagnostic(
            .missingOverlay, "There is no folder '\(folder)'", at: path.location,
            fixes: NearestPath.question(about: folder).map { [.init($0)] } ?? []))
        return nil
      case .isFolder, .notAPlainFile, .tooLarge, .tooDeep, .unreadable, .notStaged:
        console.fail(error.description)
        throw error.status
      }
    }
    if isStaged, sources.isEmpty {
      bag.add(
        Diagnostic(
          .missingOverlay, "Nothing of the folder '\(folder)' is staged", at: path.location,
          fixes: [.init("stage it with 'git add', or take it out of 'overlays'")]))
      return nil
    }
    let loaded = CatalogLoader.load(sources, below: folder, into: &bag)
    return (Overlay(folder: folder, files: loaded.files), loaded.digest)
  }
}
