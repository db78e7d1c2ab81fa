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
    let lines = [JSONValue.object(header)] + entries.map(\.json)
    return lines.flatMap { Array($0.rendered(indent: nil).utf8) + [UInt8(ascii: "\n")] }
  }
}

extension Manifest.Entry {
  fileprivate var json: JSONValue {
    var members: [(Manifest.Key, JSONValue)] = [
      (.path, .string(path.description)), (.kind, .string(kind)), (.ownership, .string(ownership.rawValue)),
    ]
    if isExecutable { members.append((.executable, true)) }
    members.append((.contents, .string(contents.description)))
    members.append((.template, .string(template.description)))
    if let form { members.append((.form, .string(form.description))) }
    if let seal { members.append((.seal, .string(seal.description))) }
    return .object(members.map { JSONMember($0.0.rawValue, $0.1) })
  }
}
