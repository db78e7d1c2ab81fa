import DesignModel
import Diagnostics
import Generation
import Review
import Workspace

/// The documents of one side: profiles, workspace files and catalogs.
struct SideFiles {
  let name: String
  let snapshot: Snapshot
  /// By path.
  private(set) var documents: [String: SourceFile] = [:]
  /// What is no document, though its name says so.
  private(set) var unreadable: [UnreadableFile] = []

  init(_ side: ComparedSide) {
    name = side.name
    snapshot = side.snapshot
  }

  private static let manifestPath = Manifest.path.description

  /// Whether the name is that of a YAML file in no hidden folder.
  static func isDocument(_ path: String) -> Bool {
    guard path.utf8.last == UInt8(ascii: "l"), path.hasSuffix(".yaml") || path.hasSuffix(".yml") else {
      return false
    }
    return !path.hasPrefix(".") && path.firstRange(of: "/.") == nil
  }

  static func isManifest(_ path: String) -> Bool {
    path.utf8.last == UInt8(ascii: "l") && (path == manifestPath || path.hasSuffix("/" + manifestPath))
  }

  static func isWorkspace(_ path: String) -> Bool {
    path.utf8.last == UInt8(ascii: "l")
      && (path == WorkspaceFile.name || path.hasSuffix("/" + WorkspaceFile.name)) && isDocument(path)
  }

  /// The paths of the manifests, sorted.
  var manifests: [String] { snapshot.entries.map(\.path).filter(Self.isManifest) }

  /// The entries of the files that say where all others are.
  var workspaceEntries: [Snapshot.Entry] { snapshot.entries.filter { Self.isWorkspace($0.path) } }

  /// The paths of what may be documents, had they names in UTF-8.
  var otherNames: [String] {
    snapshot.otherNames.filter { Self.isDocument($0.hasSuffix("/") ? $0 + "any.yaml" : $0) }
  }

  /// The entries of all other documents, but not of what is generated, as far as workspaces say where that is.
  var documentEntries: [Snapshot.Entry] {
    let generated = documents.keys.filter(Self.isWorkspace).sorted().compactMap { path -> String? in
      guard let file = documents[path], let outline = LoadedWorkspace(file).outline else { return nil }
      return outline.designs.flatMap { designs in
        designs.text == "." ? nil : FolderPath.join(FolderPath.folder(of: path), designs.text) + "/"
      }
    }
    return snapshot.entries.filter { entry in
      Self.isDocument(entry.path) && !Self.isWorkspace(entry.path)
        && !generated.contains { entry.path.hasPrefix($0) }
    }
  }

  /// Takes what was read.
  mutating func take(_ path: String, _ contents: SnapshotContents) {
    switch contents {
    case .bytes(let bytes): documents[path] = SourceFile(name: path, contents: bytes)
    case .missing: break
    case .tooLarge(let limit):
      let role: UnreadableFile.Role = Self.isWorkspace(path) ? .workspace : .profile
      unreadable.append(UnreadableFile(path: path, role: role, limit: limit))
    }
  }

  /// Notes overlays with errors, without which the side is decided.
  mutating func note(overlays: [String], _ bag: DiagnosticBag) {
    let errors = bag.sorted.filter { $0.severity == .error }
    let location = errors.first?.primary?.location
    unreadable.append(
      UnreadableFile(
        path: location?.file.name ?? overlays.joined(separator: ", "), role: .overlay,
        reason: errors.first?.message ?? "it has errors", location: location))
  }

  /// Notes what git holds in several versions.
  mutating func takeConflicts() {
    for entry in snapshot.entries where entry.place == .conflicted {
      guard let role = Self.role(of: entry.path) else { continue }
      unreadable.append(
        UnreadableFile(
          path: entry.path, role: role, reason: "the index holds several versions of it; finish the merge",
          location: nil))
    }
  }

  private static func role(of path: String) -> UnreadableFile.Role? {
    isManifest(path) ? .manifest : isWorkspace(path) ? .workspace : isDocument(path) ? .profile : nil
  }
}

extension UnreadableFile {
  /// A file that is too large to be held.
  init(path: String, role: Role, limit: Int) {
    self.init(path: path, role: role, reason: "it is larger than \(byteCount(limit))", location: nil)
  }
}
