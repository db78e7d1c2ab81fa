import Diagnostics

/// A name that is not UTF-8, and so cannot be that of anything that Bascule reads or writes.
struct OtherName: Sendable, Hashable {
  /// With the bytes that are no part of a character as a shell would have them: `caf\xE9.yaml`.
  let spelling: String
  /// Whether it is that of a folder; `nil` where the file system does not say.
  let folder: Bool?

  var isFolder: Bool { folder == true }
  var mayBeFolder: Bool { folder != false }

  init(_ bytes: some Collection<UInt8>, isFolder: Bool? = false) {
    var (text, rest) = ("", Array(bytes)[...])
    while let offset = UTF8Validation.firstInvalidByte(Array(rest)) {
      let start = rest.startIndex + offset
      // All bytes of ASCII are well-formed, so that there are two digits.
      text += String(decoding: rest[..<start], as: UTF8.self)
      text += "\\x" + String(rest[start], radix: 16, uppercase: true)
      rest = rest[(start + 1)...]
    }
    spelling = text + String(decoding: rest, as: UTF8.self)
    folder = isFolder
  }
}
