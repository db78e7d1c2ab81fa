import Hashing
import JSONSyntax

/// Why a line is no entry.
enum ManifestEntryFailure: Error {
  case shape(String)
  case path(RelativePath.Failure, text: String)
}

extension Manifest.Entry {
  init(_ value: JSONValue) throws(ManifestEntryFailure) {
    try Self.checkKeys(of: value)
    let path = try Self.path(in: value)
    let ownershipText = try Self.text(.ownership, in: value)
    guard let ownership = Ownership(rawValue: ownershipText) else {
      throw .shape("\(quoted(ownershipText)) is no ownership")
    }
    self.init(
      path: path, kind: try Self.text(.kind, in: value), ownership: ownership,
      isExecutable: try Self.isExecutable(value), contents: try Self.digest(.contents, in: value),
      template: try Self.digest(.template, in: value), form: try Self.digest(ifAny: .form, in: value),
      seal: try Self.digest(ifAny: .seal, in: value))
  }

  private static func checkKeys(of value: JSONValue) throws(ManifestEntryFailure) {
    guard case .object(let members) = value else { throw .shape("it is not an object") }
    for member in members where Manifest.Key(rawValue: member.key) == nil {
      throw .shape("\(quoted(member.key)) is no key of it")
    }
  }

  private static func text(_ key: Manifest.Key, in value: JSONValue) throws(ManifestEntryFailure) -> String {
    guard case .string(let text)? = value[key.rawValue], !text.isEmpty else {
      throw .shape("it has no text '\(key.rawValue)'")
    }
    return text
  }

  private static func digest(_ key: Manifest.Key, in value: JSONValue) throws(ManifestEntryFailure) -> Digest
  {
    let text = try text(key, in: value)
    guard let digest = Digest(text) else { throw .shape("'\(key.rawValue)' is no digest") }
    return digest
  }

  private static func digest(
    ifAny key: Manifest.Key, in value: JSONValue
  ) throws(ManifestEntryFailure) -> Digest? {
    value[key.rawValue] == nil ? nil : try digest(key, in: value)
  }

  private static func isExecutable(_ value: JSONValue) throws(ManifestEntryFailure) -> Bool {
    switch value[Manifest.Key.executable.rawValue] {
    case nil: return false
    case .bool(let truth): return truth
    default: throw .shape("'executable' is neither true nor false")
    }
  }

  /// A manifest can be edited by anybody who can edit the repository: it is not trusted with paths.
  private static func path(in value: JSONValue) throws(ManifestEntryFailure) -> RelativePath {
    let text = try text(.path, in: value)
    let path: RelativePath
    do { path = try RelativePath(text) } catch { throw .path(error, text: text) }
    if path.isReservedForState { throw .shape("\(quoted(text)) is no generated file") }
    return path
  }
}
