import CatalogModel
import DesignModel
import Diagnostics
import Workspace

/// What one run, or one part of it, works with.
struct Knowledge {
  let catalog: Catalog
  /// What the profiles share, and the file that says so; `nil` where there is none.
  let workspace: (file: WorkspaceFile, loaded: LoadedWorkspace)?

  var settings: WorkspaceSettings { workspace?.file.settings ?? WorkspaceSettings() }
}

/// Finds workspace files and loads what they name.
struct WorkspaceLoader {
  let options: KnowledgeOptions
  let console: Console

  /// The path of the workspace file for what lies in a folder; `nil` where there is none.
  func path(near folder: String) -> String? {
    options.workspace ?? NearestFile.named(WorkspaceFile.name, near: folder)
  }

  /// The workspace file at a path.
  ///
  /// - Throws: `ExitStatus` after the reason was shown.
  func load(_ path: String) throws -> LoadedWorkspace {
    do throws(LoadFailure) { return try LoadedWorkspace(path) } catch {
      console.fail(error.description)
      throw error.status
    }
  }

  /// The catalog, with the workspace where there is one.
  ///
  /// - Throws: `ExitStatus` after the reason was shown.
  func knowledge(_ workspace: LoadedWorkspace?) throws -> Knowledge {
    try knowledge(workspace, CatalogLoader.load(options, console))
  }

  /// The catalog for the folder that the program runs in.
  ///
  /// - Throws: `ExitStatus` after the reason was shown.
  func knowledgeHere() throws -> Knowledge { try knowledge(try path(near: "").map(load)) }

  /// The catalog for the folder that the program runs in, with examples and scenarios.
  ///
  /// - Throws: `ExitStatus` after the reason was shown.
  func wholeKnowledge() throws -> Knowledge {
    try knowledge(try path(near: "").map(load), CatalogLoader.loadWhole(options, console))
  }

  private func knowledge(_ workspace: LoadedWorkspace?, _ catalog: Catalog) throws -> Knowledge {
    guard let workspace else { return Knowledge(catalog: catalog, workspace: nil) }
    var bag = DiagnosticBag()
    let file = workspace.read(catalog, into: &bag)
    console.show(bag)
    guard let file else { throw ExitStatus.invalidInput }
    return Knowledge(catalog: catalog, workspace: (file, workspace))
  }
}
