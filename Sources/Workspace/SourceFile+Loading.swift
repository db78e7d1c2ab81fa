package import Diagnostics
import Glibc

extension SourceFile {
  /// The most bytes that a document may have: one MiB.
  package static let largestDocument = 1 << 20
  /// The path that stands for standard input.
  package static let standardInputPath = "-"

  /// Reads the file at a path that a user gave, or standard input for `-`.
  package static func load(
    _ path: String, limit: Int = largestDocument
  ) throws(LoadFailure) -> SourceFile {
    if path == standardInputPath { return try loadStandardInput(limit: limit) }
    // Looking before opening keeps the hands off devices, which may act on being opened.
    try requirePlainFile(
      try reading(path) { () throws(SystemError) in try FileStatus(following: path) }, path)
    // Not blocking, in case a pipe has taken the place of the file.
    let descriptor = try reading(path) { () throws(SystemError) in
      try Descriptor(following: path, flags: O_RDONLY | O_NONBLOCK | O_NOCTTY)
    }
    let number = descriptor.number
    try requirePlainFile(try reading(path) { () throws(SystemError) in try FileStatus(of: number) }, path)
    return try contents(of: descriptor, name: path, limit: limit)
  }

  private static func loadStandardInput(limit: Int) throws(LoadFailure) -> SourceFile {
    let name = "<stdin>"
    let number = dup(STDIN_FILENO)
    guard number >= 0 else { throw LoadFailure(.last, at: name) }
    return try contents(of: Descriptor(taking: number), name: name, limit: limit)
  }

  private static func contents(
    of descriptor: borrowing Descriptor, name: String, limit: Int
  ) throws(LoadFailure) -> SourceFile {
    let contents: [UInt8]?
    do { contents = try descriptor.contents(limit: limit) } catch { throw LoadFailure(error, at: name) }
    guard let contents else { throw .tooLarge(path: name, limit: limit) }
    return SourceFile(name: name, contents: contents)
  }

  /// The files below a folder that a user named, whose names have certain endings, in the order of their paths.
  ///
  /// - Parameter isStaged: whether a folder of the repository that the program runs in is read as it is staged.
  package static func load(
    below folder: String, endings: [String] = FolderListing.yamlEndings, isStaged: Bool = false
  ) throws(LoadFailure) -> [SourceFile] {
    if isStaged, let staged = try loadStagedHere(below: folder, endings: endings) { return staged }
    var sources: [SourceFile] = []
    for path in try FolderListing.list(folder, endings: endings).files { sources.append(try load(path)) }
    return sources
  }

  private static func requirePlainFile(_ status: FileStatus, _ path: String) throws(LoadFailure) {
    switch status.kind {
    case .file: break
    case .folder: throw .isFolder(path: path)
    case .symbolicLink, .special: throw .notAPlainFile(path: path)
    }
  }
}

/// Calls the operating system and says at which path it failed.
func reading<Value: ~Copyable>(
  _ path: String, _ call: () throws(SystemError) -> Value
) throws(LoadFailure) -> Value {
  do { return try call() } catch { throw LoadFailure(error, at: path) }
}

extension LoadFailure {
  init(_ error: SystemError, at path: String) {
    switch error.code {
    case ENOENT, ENOTDIR: self = .notFound(path: path)
    case EISDIR: self = .isFolder(path: path)
    default: self = .unreadable(path: path, error)
    }
  }
}
