import Diagnostics

extension SourceFile {
  /// Whether it is a profile by its looks: a document with the version of the format at the start of a line.
  var looksLikeProfile: Bool {
    // In UTF-16 it is one that cannot be read, not one that is gone.
    if contents.starts(with: [0xFF, 0xFE]) || contents.starts(with: [0xFE, 0xFF]) {
      return Self.looksLikeProfile(contents.dropFirst(2).filter { $0 != 0 })
    }
    return Self.looksLikeProfile(contents)
  }

  private static func looksLikeProfile(_ contents: [UInt8]) -> Bool {
    contents.withUnsafeBufferPointer { bytes in
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
}
