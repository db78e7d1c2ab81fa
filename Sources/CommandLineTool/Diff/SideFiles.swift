import Diagnostics
import Generation
import Review
import Workspace

/// The documents of one side: profiles, workspace files, manifests and catalogs.
struct SideFiles {
  let name: String
  /// Where each file lies, by path.
  let places: [String: Snapshot.Place]
  /// By path.
  private(set) var documents: [String: SourceFile] = [:]
  /// What is no document, though its name says so.
  private(set) var unreadable: [UnreadableFile] = []

  init(_ side: ComparedSide) {
    name = side.name
    places = Dictionary(
      side.snapshot.entries.map { ($0.path, $0.place) }, uniquingKeysWith: { first, _ in first })
  }

  private static let manifestPath = Manifest.path.description

  /// Whether the name is that of a document: a YAML file in no hidden folder, or a manifest.
  static func isDocument(_ path: String) -> Bool {
    if isManifest(path) { return true }
    guard path.hasSuffix(".yaml") || path.hasSuffix(".yml") else { return false }
    return !path.hasPrefix(".")
      && !path.utf8.indices.contains { index in
        path.utf8[index] == UInt8(ascii: "/") && path.utf8[path.utf8.index(after: index)] == UInt8(ascii: ".")
      }
  }

  static func isManifest(_ path: String) -> Bool {
    path == manifestPath || path.hasSuffix("/" + manifestPath)
  }

  /// The paths of the manifests, sorted.
  var manifests: [String] { places.keys.filter(Self.isManifest).sorted() }

  /// Takes what was read.
  mutating func take(_ path: String, _ contents: SnapshotContents) {
    switch contents {
    case .bytes(let bytes): documents[path] = SourceFile(name: path, contents: bytes)
    case .missing: break
    case .tooLarge(let limit):
      let role: UnreadableFile.Role = Self.isManifest(path) ? .manifest : .profile
      unreadable.append(
        UnreadableFile(path: path, role: role, reason: "it is larger than \(limit) bytes", location: nil))
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
    for (path, place) in places where place == .conflicted && Self.isDocument(path) {
      unreadable.append(
        UnreadableFile(
          path: path, role: Self.isManifest(path) ? .manifest : .profile,
          reason: "the index holds several versions of it; finish the merge", location: nil))
    }
  }

  /// The profiles by their looks: documents with the version of the format at the start of a line.
  static func looksLikeProfile(_ file: SourceFile) -> Bool {
    file.contents.withUnsafeBufferPointer { bytes in
      let key = Array("profile:".utf8)
      var start = 0
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
      while start + key.count <= bytes.count {
        if bytes[start] == key[0], bytes[start..<start + key.count].elementsEqual(key) {
          // Scenarios of a catalog hold a whole profile under this key.
          let value = bytes[(start + key.count)...].first { $0 != UInt8(ascii: " ") }
          return value.map { !"\r\n{#".utf8.contains($0) } ?? false
        }
        guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return false }
        start = end + 1
      }
      return false
    }
  }

  /// The line that holds a mark of an unresolved merge.
  static func conflictMarker(in file: SourceFile) -> SourceLocation? {
    var number = 1
    for line in file.contents.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.starts(with: "<<<<<<< ".utf8) {
        return SourceLocation(file: file, range: SourceRange(line: number, columns: 1..<8))
      }
      number += 1
    }
    return nil
  }
}
