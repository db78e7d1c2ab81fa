import Diagnostics
import Generation

/// Why a file or a folder that a user named could not be read.
package enum LoadFailure: Error, Sendable, Hashable {
  case notFound(path: String)
  /// A folder where a file is expected.
  case isFolder(path: String)
  /// A file where a folder is expected.
  case notAFolder(path: String)
  /// A device, a pipe or a socket.
  case notAPlainFile(path: String)
  case tooLarge(path: String, limit: Int)
  /// Folders inside each other beyond every use.
  case tooDeep(path: String)
  case unreadable(path: String, SystemError)
  /// The index of git does not have the file.
  case notStaged(path: String, reason: String)
}

extension LoadFailure: CustomStringConvertible {
  /// One line that stands alone; of a path that leads nowhere it says what was probably meant.
  package var description: String {
    switch self {
    case .notFound(let path):
      "there is no \(quoted(path))" + (NearestPath.question(about: path).map { "; " + $0 } ?? "")
    case .isFolder(let path): "\(quoted(path)) is a folder, where a file is expected"
    case .notAFolder(let path): "\(quoted(path)) is a file, where a folder is expected"
    case .notAPlainFile(let path):
      "\(quoted(path)) is a device, a pipe or a socket; only plain files are read"
    case .tooLarge(let path, let limit): "\(quoted(path)) is larger than \(byteCount(limit))"
    case .tooDeep(let path): "\(quoted(path)) lies in more folders than are searched"
    case .notStaged(let path, let reason): "\(quoted(path)) cannot be read from the index of git: \(reason)"
    case .unreadable(let path, let error): "\(quoted(path)) cannot be read: \(error)"
    }
  }
}
