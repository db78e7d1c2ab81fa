import Diagnostics
import Generation
import Hashing

/// The steps of an application from the moment at which it is certain to happen.
struct Journal: Hashable {
  enum Step: Hashable {
    case makeFolder(RelativePath)
    /// Moves a staged file to its path, where there is nothing or the file with the second digest.
    case write(RelativePath, staged: Int, contents: Digest, replacing: Digest?)
    /// Moves the file with the digest away.
    case delete(RelativePath, staged: Int, contents: Digest)
    /// Removes a folder if nothing is left in it.
    case removeFolder(RelativePath)
  }

  let steps: [Step]
}

extension Journal.Step {
  var path: RelativePath {
    switch self {
    case .makeFolder(let path), .removeFolder(let path): path
    case .write(let path, _, _, _): path
    case .delete(let path, _, _): path
    }
  }
}
