package import Hashing

/// A copy of what was written last of a shared file.
package enum BaseCopy {
  /// The bytes that were written, as a copy holds them; `nil` where it was damaged. git may have given it the line
  /// endings of Windows.
  package static func read(_ contents: [UInt8], digest: Digest) -> [UInt8]? {
    if Digest(of: contents) == digest { return contents }
    let text = LineEndings.unix(contents)
    return Digest(of: text) == digest ? text : nil
  }
}
