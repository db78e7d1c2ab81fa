import Hashing

extension RelativePath {
  /// Whether the path lies where Bascule keeps what it knows about the target folder.
  package var isReservedForState: Bool {
    let folder = description.utf8.prefix { $0 != UInt8(ascii: "/") }
    guard folder.first == UInt8(ascii: "."), folder.count == Manifest.folderName.utf8.count else {
      return false
    }
    return String(Substring(folder)).lowercased() == Manifest.folderName
  }

  /// Whether the path is that of something which Bascule writes into its own folder.
  package var isState: Bool {
    if self == Manifest.path || self == Manifest.baseFolder { return true }
    return parent == Manifest.baseFolder && Digest(hexadecimal: name) != nil
  }
}
