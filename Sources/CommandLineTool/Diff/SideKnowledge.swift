import CatalogModel
import DecisionEngine
import DesignModel
import Diagnostics
import Generation
import Requirements
import Review
import Workspace

/// What one side decides with: its catalogs and its workspaces.
struct SideKnowledge {
  let tables: SideTables
  /// The workspace files that can be read, by their folders.
  private(set) var workspaces: [String: (file: WorkspaceFile, loaded: LoadedWorkspace)] = [:]
  private(set) var unreadable: [UnreadableFile] = []
  private var loaders: [String?: ProfileLoader] = [:]

  init(_ files: SideFiles, _ tables: SideTables) {
    self.tables = tables
    for path in files.documents.keys.filter(SideFiles.isWorkspace).sorted() {
      guard let document = files.documents[path] else { continue }
      var bag = DiagnosticBag()
      let folder = FolderPath.folder(of: path)
      let loaded = LoadedWorkspace(document)
      if let file = loaded.read(tables.table(of: folder).catalog, into: &bag) {
        workspaces[folder] = (file, loaded)
      } else {
        unreadable.append(.init(document, .workspace, bag))
      }
    }
  }

  /// The workspaces as a review sees them.
  var reviewed: [ReviewedWorkspace] {
    workspaces.map { folder, workspace in
      ReviewedWorkspace(
        path: workspace.loaded.path, catalog: tables.table(of: folder).catalog,
        policy: workspace.file.review)
    }
  }

  /// The folder of the nearest workspace of a path.
  func workspaceFolder(of path: String) -> String? {
    var folder = FolderPath.folder(of: path)
    while workspaces[folder] == nil {
      guard !folder.isEmpty else { return nil }
      folder = FolderPath.folder(of: folder)
    }
    return folder
  }

  /// Whether a document is a profile: it looks like one, and its workspace looks for profiles there.
  func isProfile(_ file: SourceFile) -> Bool {
    !SideFiles.isWorkspace(file.name) && file.looksLikeProfile && holdsProfiles(file.name)
  }

  /// Whether the workspace of a path looks for profiles there.
  func holdsProfiles(_ name: String) -> Bool {
    guard let folder = workspaceFolder(of: name), let outline = workspaces[folder]?.loaded.outline else {
      return true
    }
    func isBelow(_ path: WorkspacePath) -> Bool {
      path.text == "." || name.hasPrefix(FolderPath.join(folder, path.text) + "/")
    }
    if let designs = outline.designs, designs.text != ".", isBelow(designs) { return false }
    return outline.profiles.isEmpty || outline.profiles.contains(where: isBelow)
  }

  /// The design of a profile, without what is generated for it; the bag says what is wrong.
  mutating func read(_ file: SourceFile, into bag: inout DiagnosticBag) -> ReviewedDesign? {
    let folder = workspaceFolder(of: file.name)
    let table = tables.table(of: folder)
    let knowledge = Knowledge(catalog: table.catalog, workspace: folder.flatMap { workspaces[$0] })
    guard let profile = loaders[folder, default: ProfileLoader(knowledge)].read(file, into: &bag) else {
      return nil
    }
    let decision = table.decide(profile.answers, decided: profile.decision?.ids ?? [])
    let design = Design(profile, decision, table.catalog, knowledge.settings)
    return ReviewedDesign(
      profile: profile, workspace: folder.map { $0.isEmpty ? "" : $0 + "/" } ?? "", table: table,
      decision: decision, design: design, artifacts: nil)
  }
}

extension UnreadableFile {
  /// A document with the first thing that is wrong with it; marks of a merge explain everything else.
  init(_ file: SourceFile, _ role: Role, _ bag: DiagnosticBag) {
    if let marker = file.conflictMarker {
      self.init(
        path: file.name, role: role, reason: "it holds the marks of an unresolved merge",
        location: marker)
      return
    }
    let errors = bag.sorted.filter { $0.severity == .error }
    let more = errors.count > 1 ? " (and \(errors.count - 1) more)" : ""
    self.init(
      path: file.name, role: role, reason: (errors.first?.message ?? "it has errors") + more,
      location: errors.first?.primary?.location)
  }
}
