import CatalogModel
import DesignModel
import Diagnostics
import Workspace

/// What one run, or one part of it, works with.
struct Knowledge: Sendable {
  let catalog: Catalog
  /// What the profiles share, and the file that says so; `nil` where there is none.
  let workspace: (file: WorkspaceFile, loaded: LoadedWorkspace)?

  var settings: WorkspaceSettings { workspace?.file.settings ?? WorkspaceSettings() }
}

/// Finds workspace files and loads what they name.
struct WorkspaceLoader {
  let options: KnowledgeOptions
  let console: Console
  /// Whether the workspace file is read as the index of git has it, where it has one, and overlays and the catalog
  /// likewise.
  var isStaged = false

  /// The path of the workspace file for what lies in a folder; `nil` where there is none.
  func path(near folder: String) -> String? {
    options.workspace ?? NearestFile.named(WorkspaceFile.name, near: folder)
  }

  /// The workspace file at a path.
  ///
  /// - Throws: `ExitStatus` after the reason was shown.
  func load(_ path: String) throws -> LoadedWorkspace {
    if isStaged, let file = try? SourceFile.loadStaged(path) { return LoadedWorkspace(file) }
    do throws(LoadFailure) { return try LoadedWorkspace(path) } catch {
      console.fail(error.description)
      throw error.status
    }
  }

  /// The catalog, with the workspace where there is one.
  ///
  /// - Throws: `ExitStatus` after the reason was shown.
  func knowledge(_ workspace: LoadedWorkspace?) throws -> Knowledge {
    guard let workspace else {
      return Knowledge(
        catalog: try CatalogLoader.load(options, console, isStaged: isStaged), workspace: nil)
    }
    guard workspace.hasOverlays else {
      return try knowledge(
        workspace, CatalogLoader.load(options, console, isStaged: isStaged), DiagnosticBag())
    }
    let loaded = try OverlayLoader(options: options, console: console, isStaged: isStaged).load(workspace)
    return try knowledge(workspace, loaded.catalog, loaded.findings)
  }

  /// The catalog for the folder that the program runs in.
  ///
  /// - Throws: `ExitStatus` after the reason was shown.
  func knowledgeHere() throws -> Knowledge { try knowledge(try path(near: "").map(load)) }

  /// The catalog for the folder that the program runs in, with examples and scenarios.
  ///
  /// - Throws: `ExitStatus` after the reason was shown.
  func wholeKnowledge() throws -> Knowledge {
    let workspace = try path(near: "").map(load)
    if let workspace, workspace.hasOverlays { return try knowledge(workspace) }
    let catalog = try CatalogLoader.loadWhole(options, console)
    guard let workspace else { return Knowledge(catalog: catalog, workspace: nil) }
    return try knowledge(workspace, catalog, DiagnosticBag())
  }

  /// The files of the catalog for the folder that the program runs in, whatever is wrong with them.
  ///
  /// - Throws: `ExitStatus` after the reason was shown, when a file is not to be had or the workspace has
  ///   errors.
  func files() throws -> LoadedCatalog {
    guard let workspace = try path(near: "").map(load) else {
      return try CatalogLoader.loadFiles(options, console)
    }
    let loader = OverlayLoader(options: options, console: console, isStaged: isStaged)
    let loaded =
      workspace.hasOverlays ? try loader.load(workspace) : try CatalogLoader.loadFiles(options, console)
    _ = try knowledge(workspace, loaded.catalog, DiagnosticBag())
    return loaded
  }

  /// - Parameter findings: what is wrong with the catalog.
  private func knowledge(
    _ workspace: LoadedWorkspace, _ catalog: Catalog, _ findings: DiagnosticBag
  ) throws -> Knowledge {
    var bag = findings
    let file = workspace.read(catalog, into: &bag)
    console.show(bag)
    if findings.hasErrors {
      console.tell(
        "The catalog with the overlays of \(workspace.path) has errors; no decision rests on it.\n")
    }
    guard let file, !bag.hasErrors else { throw ExitStatus.invalidInput }
    return Knowledge(catalog: catalog, workspace: (file, workspace))
  }
}
