import Generation
import Glibc

/// Why a folder could not be written as a whole.
package enum ExportFailure: Error, Sendable, Hashable {
  /// Something is there already.
  case occupied(path: String)
  case refused(path: String, SystemError)
}

extension ExportFailure: CustomStringConvertible {
  /// One line that stands alone.
  package var description: String {
    switch self {
    case .occupied(let path): "\(quoted(path)) is there already and is not empty; nothing was written"
    case .refused(let path, let error): "\(quoted(path)) cannot be written: \(error); nothing was written"
    }
  }
}

/// Writes a new folder as a whole: either all of its files are there afterwards, or none.
package enum FolderExport {
  /// - Parameters:
  ///   - files: by their paths below the folder.
  ///   - path: the folder, which is not there yet or is empty.
  package static func write(
    _ files: [(path: String, contents: [UInt8])], to path: String, calls: SystemCalls = SystemCalls()
  ) throws(ExportFailure) {
    let trimmed = FolderPath.absolute(path)
    let name = String(trimmed.split(separator: "/").last ?? "")
    guard !name.isEmpty else { throw .occupied(path: path) }
    let staged = ".\(name).export-\(getpid())"
    do throws(SystemError) {
      let parent = try Descriptor(following: FolderPath.folder(of: trimmed), flags: O_RDONLY | O_DIRECTORY)
      do throws(SystemError) {
        try stage(files, staged, in: parent.number, calls)
        try calls.rename(staged, in: parent.number, to: name, in: parent.number)
      } catch {
        try? calls.removeTree(staged, in: parent.number)
        throw error
      }
    } catch {
      switch error.code {
      case ENOTEMPTY, EEXIST, ENOTDIR: throw .occupied(path: path)
      default: throw .refused(path: path, error)
      }
    }
  }

  private static func stage(
    _ files: [(path: String, contents: [UInt8])], _ name: String, in parent: Int32, _ calls: SystemCalls
  ) throws(SystemError) {
    try calls.removeTree(name, in: parent)
    let root = try calls.openFolder(name, in: parent, creating: true)
    for file in files {
      try write(file.contents, to: file.path.split(separator: "/").map(String.init)[...], in: root, calls)
    }
    try calls.synchronize(root.number)
  }

  private static func write(
    _ contents: [UInt8], to path: ArraySlice<String>, in folder: borrowing Descriptor, _ calls: SystemCalls
  ) throws(SystemError) {
    guard let name = path.first else { return }
    guard path.count > 1 else { return try calls.writeFile(name, in: folder.number, contents: contents) }
    let inner = try calls.openFolder(name, in: folder, creating: true)
    try write(contents, to: path.dropFirst(), in: inner, calls)
  }
}
