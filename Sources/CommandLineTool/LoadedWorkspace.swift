import CatalogModel
import DesignModel
import Diagnostics
import DocumentSchema
import Requirements
import Review
import Workspace
import YAMLSyntax

/// A workspace file that was found, and what of it is known before there is a catalog.
struct LoadedWorkspace: Sendable {
  /// Its path, as it is shown.
  let path: String
  /// `nil` where the file cannot be parsed.
  let tree: YAMLTree?
  /// What is wrong with the text.
  let findings: DiagnosticBag
  /// Where profiles and designs are.
  let outline: WorkspaceOutline?

  /// The folder that the paths in it start from; empty for the folder that the program runs in.
  var folder: String { FolderPath.folder(of: path) }

  init(_ path: String) throws(LoadFailure) { self.init(try SourceFile.load(path)) }

  init(_ file: SourceFile) {
    var bag = DiagnosticBag()
    path = file.name
    tree = YAMLTree.parse(file, keepingDuplicateKeys: true, into: &bag)
    findings = bag
    outline = tree.map(WorkspaceOutline.init)
  }

  /// A path of the file, as it is reached from the folder that the program runs in.
  func resolve(_ path: WorkspacePath) -> String {
    path.text == "." ? (folder.isEmpty ? "." : folder) : FolderPath.join(folder, path.text)
  }

  /// The file as a whole; `nil` when it has errors.
  func read(_ catalog: Catalog, into bag: inout DiagnosticBag) -> WorkspaceFile? {
    var own = findings
    defer { bag.add(contentsOf: own) }
    guard let tree else { return nil }
    WorkspaceShape(ProfileShape(catalog)).shape.check(tree.root, into: &own)
    let workspace = WorkspaceReader(vocabulary: catalog.vocabulary).read(tree)
    WorkspaceCheck.run(workspace, catalog, into: &own)
    PolicyCheck.run(workspace.review, into: &own)
    return own.hasErrors ? nil : workspace
  }
}

// MARK: - Profiles

extension LoadedWorkspace {
  /// The folders that profiles are read from where a command is given none.
  var profileFolders: [String] {
    guard let profiles = outline?.profiles, !profiles.isEmpty else { return [folder.isEmpty ? "." : folder] }
    return profiles.map(resolve)
  }

  /// Whether a file is a profile that was found while a folder was searched: no file of the workspace's own,
  /// no design, and in one of its folders of profiles, unless the search began inside the workspace.
  func holds(profile file: String, foundBelow searched: String) -> Bool {
    let file = FolderPath.absolute(file)
    let searched = FolderPath.absolute(searched)
    guard file != FolderPath.absolute(path) else { return false }
    for own in generated.map(FolderPath.absolute) where FolderPath.isPath(file, in: own) {
      guard FolderPath.isPath(searched, in: own) else { return false }
    }
    guard FolderPath.isPath(FolderPath.absolute(folder), in: searched) else { return true }
    return profileFolders.contains { FolderPath.isPath(file, in: FolderPath.absolute($0)) }
  }

  /// Folders whose YAML files are no profiles.
  private var generated: [String] {
    ([outline?.designs].compactMap { $0 } + (outline?.overlays ?? [])).map(resolve)
  }

  var hasOverlays: Bool { outline.map { !$0.overlays.isEmpty } ?? false }
}
