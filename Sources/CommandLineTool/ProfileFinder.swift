import DesignModel
import Diagnostics
import Generation
import Workspace

/// Files of profiles that share a workspace, or have none.
struct ProfileGroup {
  let workspace: LoadedWorkspace?
  var files: [String] = []
}

/// Finds the profiles that a command was given, and the workspace of each.
struct ProfileFinder {
  let loader: WorkspaceLoader
  private(set) var groups: [ProfileGroup] = []
  /// What is not to be had.
  private(set) var failures: [LoadFailure] = []
  /// What is wrong with what workspaces name.
  private(set) var findings = DiagnosticBag()
  /// What a folder has, and what is read as no profile all the same.
  private(set) var passedOver = PassedOverProfiles()
  private var groupOfFolder: [String: Int] = [:]
  /// Those without a workspace under an empty path.
  private var groupOfWorkspace: [String: Int] = [:]
  private var seen: Set<String> = []

  init(_ loader: WorkspaceLoader) { self.loader = loader }

  /// Adds the profiles of a path; a folder stands for the profiles below it.
  ///
  /// - Parameter place: where a workspace names the path.
  /// - Throws: `ExitStatus` after the reason was shown, when a workspace file is not to be had.
  mutating func add(_ path: String, namedAt place: SourceLocation? = nil) throws {
    let found: FolderListing?
    do throws(LoadFailure) { found = try ProfileLoader.listing(of: path, isStaged: loader.isStaged) } catch {
      guard let place, error == .notFound(path: path) else {
        failures.append(error)
        return
      }
      let advice =
        NearestPath.question(about: path)
        ?? "correct the path, which starts at the folder of \(WorkspaceFile.name)"
      findings.add(
        Diagnostic(
          .missingProfiles, "There is no \(quoted(path))", at: place, fixes: [.init(advice)]))
      return
    }
    guard let found else {
      let group = try group(of: path)
      if !Self.isWorkspace(path) { add(path, to: group) }
      return
    }
    for file in found.files where !isGenerated(file, found) {
      let group = try group(of: file)
      if try mayBeProfile(file, foundBelow: path), !Self.isWorkspace(file) { add(file, to: group) }
    }
    for link in found.skippedLinks where try mayBeProfile(link, foundBelow: path) {
      passedOver.links.append(link)
    }
    for name in found.otherNames where try mayBeProfile(name, foundBelow: path) {
      passedOver.otherNames.append(name)
    }
  }

  private mutating func mayBeProfile(_ file: String, foundBelow path: String) throws -> Bool {
    let group = try group(of: file)
    return groups[group].workspace?.holds(profile: file, foundBelow: path) ?? true
  }

  /// Beside what was generated into a folder a profile may lie, and is known by its looks.
  private func isGenerated(_ file: String, _ found: FolderListing) -> Bool {
    guard found.markedFolders.contains(where: { file.hasPrefix(FolderPath.join($0, "")) }) else {
      return false
    }
    // What cannot be read is told by who reads it.
    return (try? loader.isStaged ? SourceFile.loadStaged(file) : SourceFile.load(file)).map {
      !$0.looksLikeProfile
    } ?? false
  }

  /// Adds the profiles of the workspace that the program runs in; false where it runs in none.
  mutating func addOwn() throws -> Bool {
    guard let workspace = groups[try group(of: "")].workspace else { return false }
    guard let profiles = workspace.outline?.profiles, !profiles.isEmpty else {
      for folder in workspace.profileFolders { try add(folder) }
      return true
    }
    for path in profiles { try add(workspace.resolve(path), namedAt: path.location) }
    return true
  }

  /// A file that is named twice, or besides its folder, is one profile.
  private mutating func add(_ file: String, to group: Int) {
    let name = file.hasPrefix("./") ? String(file.dropFirst(2)) : file
    if seen.insert(name).inserted { groups[group].files.append(file) }
  }

  private mutating func group(of file: String) throws -> Int {
    let folder = FolderPath.folder(of: file)
    if let known = groupOfFolder[folder] { return known }
    let path = loader.path(near: folder)
    let key = path.map(FolderPath.absolute) ?? ""
    if let known = groupOfWorkspace[key] {
      groupOfFolder[folder] = known
      return known
    }
    groups.append(ProfileGroup(workspace: try path.map(loader.load)))
    groupOfFolder[folder] = groups.count - 1
    groupOfWorkspace[key] = groups.count - 1
    return groups.count - 1
  }

  private static func isWorkspace(_ path: String) -> Bool {
    path == WorkspaceFile.name || path.hasSuffix("/" + WorkspaceFile.name)
  }
}

extension DiagnosticID {
  static let missingProfiles: DiagnosticID = "workspace/missing-profiles"
}
