import Glibc

/// The files of a folder and the folders below it whose names have certain endings.
///
/// Hidden entries are passed over, and links are not followed, so that nothing outside is read.
package struct FolderListing: Sendable, Hashable {
  /// The paths of the files, from where the given path starts, in the order of their bytes.
  package internal(set) var files: [String] = []
  /// The links that would have been of interest, in the order of their bytes.
  package internal(set) var skippedLinks: [String] = []
  /// What would have been of interest, had it a name in UTF-8, in the order of its bytes; a folder has `/` behind it.
  package internal(set) var otherNames: [String] = []
  /// The folders that hold an entry of the name that was asked for.
  package internal(set) var markedFolders: [String] = []

  /// Endings of YAML documents.
  package static let yamlEndings = [".yaml", ".yml"]

  private static let deepest = 64

  private let hidden: Set<String>
  private let marker: String?

  init(hidden: Set<String>, marker: String?) {
    self.hidden = hidden
    self.marker = marker
  }

  /// Lists a folder that a user named.
  ///
  /// - Parameters:
  ///   - hidden: the names of hidden folders that are not passed over.
  ///   - marker: the name of an entry; the folders that have one are listed.
  package static func list(
    _ path: String, endings: [String] = yamlEndings, entering hidden: Set<String> = [],
    marking marker: String? = nil
  ) throws(LoadFailure) -> FolderListing {
    var listing = FolderListing(hidden: hidden, marker: marker)
    let folder = try open(path)
    try listing.add(folder, at: path, endings: endings, depth: 0)
    listing.files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    listing.skippedLinks.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    listing.otherNames.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return listing
  }

  private static func open(_ path: String) throws(LoadFailure) -> Descriptor {
    do { return try Descriptor(following: path, flags: O_RDONLY | O_DIRECTORY) } catch {
      if error.code == ENOTDIR, (try? FileStatus(following: path)) != nil { throw .notAFolder(path: path) }
      throw LoadFailure(error, at: path)
    }
  }

  private mutating func add(
    _ folder: borrowing Descriptor, at path: String, endings: [String], depth: Int
  ) throws(LoadFailure) {
    guard depth < Self.deepest else { throw .tooDeep(path: path) }
    let number = folder.number
    var others: [OtherName] = []
    let found = try reading(path) { () throws(SystemError) in try folderEntries(of: number, others: &others) }
    let start = path.hasSuffix("/") ? path : path + "/"
    if let marker, found.contains(where: { $0.name == marker }) { markedFolders.append(path) }
    for other in others where !other.spelling.hasPrefix(".") {
      guard other.mayBeFolder || endings.contains(where: { other.spelling.hasSuffix($0) }) else { continue }
      otherNames.append(start + other.spelling + (other.isFolder ? "/" : ""))
    }
    for entry in found where !entry.name.hasPrefix(".") || hidden.contains(entry.name) {
      let name = entry.name
      let entryPath = start + name
      let kind = try reading(entryPath) { () throws(SystemError) in try entry.kind(in: number) }
      let hasEnding = endings.contains { name.hasSuffix($0) }
      switch kind {
      case .file: if hasEnding { files.append(entryPath) }
      case .symbolicLink: if hasEnding || leadsToFolder(entryPath) { skippedLinks.append(entryPath) }
      case .folder:
        let inner = try reading(entryPath) { () throws(SystemError) in
          try Descriptor(name, in: number, flags: O_RDONLY | O_DIRECTORY)
        }
        try add(inner, at: entryPath, endings: endings, depth: depth + 1)
      case .special, nil: break
      }
    }
  }

  private func leadsToFolder(_ link: String) -> Bool {
    guard let status = try? FileStatus(following: link) else { return false }
    return status.kind == .folder
  }
}
