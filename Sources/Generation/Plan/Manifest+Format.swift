package import Hashing
import JSONSyntax

/// The manifest as a file: a line that names the format and the profile, then one line of JSON for each entry.
extension Manifest {
  /// The folder inside a target that holds what Bascule knows about it.
  package static let folderName = ".bascule"
  /// Where the manifest lies, from the target folder.
  package static let path = RelativePath(unchecked: folderName + "/manifest.jsonl")
  /// Where a copy of what was written last of a shared file lies.
  package static func basePath(of digest: Digest) -> RelativePath {
    RelativePath(unchecked: "\(baseFolder)/\(digest.hexadecimal)")
  }
  /// The folder with those copies.
  package static let baseFolder = RelativePath(unchecked: folderName + "/base")
  /// The format that this program writes, and the newest that it reads.
  package static let format = 1

  /// The names of the JSON members.
  enum Key: String, CaseIterable {
    case path, kind, ownership, executable, contents, template, form, seal
  }

  static let formatKey = "manifest"
  static let profileKey = "profile"

  /// The bytes of the manifest file.
  package func rendered() -> [UInt8] {
    var header = [JSONMember(Self.formatKey, .integer(Self.format))]
    if let profile { header.append(JSONMember(Self.profileKey, .string(profile))) }
    var text: [UInt8] = []
    for line in [JSONValue.object(header)] + entries.map(\.json) {
      text += line.rendered(indent: nil).utf8
      text.append(UInt8(ascii: "\n"))
    }
    return text
  }
}

extension Manifest.Entry {
  fileprivate var json: JSONValue {
    var members: [JSONMember] = []
    members.reserveCapacity(Manifest.Key.allCases.count)
    func state(_ key: Manifest.Key, _ value: JSONValue) { members.append(JSONMember(key.rawValue, value)) }
    state(.path, .string(path.description))
    state(.kind, .string(kind))
    state(.ownership, .string(ownership.rawValue))
    if isExecutable { state(.executable, true) }
    state(.contents, .string(contents.description))
    state(.template, .string(template.description))
    if let form { state(.form, .string(form.description)) }
    if let seal { state(.seal, .string(seal.description)) }
    return .object(members)
  }
}
