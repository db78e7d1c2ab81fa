import Diagnostics
import Generation
import Hashing
import JSONSyntax

/// The journal as a file: a line that names the format, then one line of JSON for each step.
extension Journal {
  static let format = 1
  private static let formatKey = "journal"

  private enum Key {
    static let step = "do"
    static let path = "path"
    static let staged = "staged"
    static let contents = "contents"
    static let replacing = "replacing"
  }

  private enum Word {
    static let makeFolder = "make-folder"
    static let write = "write"
    static let delete = "delete"
    static let removeFolder = "remove-folder"
  }

  /// Why a file is no journal.
  struct Corruption: Error {
    let reason: String
  }

  func rendered() -> [UInt8] {
    let header: JSONValue = .object([JSONMember(Self.formatKey, .integer(Self.format))])
    return ([header] + steps.map(Self.json)).flatMap {
      Array($0.rendered(indent: nil).utf8) + [UInt8(ascii: "\n")]
    }
  }

  private static func json(_ step: Step) -> JSONValue {
    func object(_ word: String, _ members: (String, JSONValue)...) -> JSONValue {
      let fixed: [(String, JSONValue)] = [
        (Key.step, .string(word)), (Key.path, .string(step.path.description)),
      ]
      return .object((fixed + members).map { JSONMember($0.0, $0.1) })
    }
    switch step {
    case .makeFolder: return object(Word.makeFolder)
    case .removeFolder: return object(Word.removeFolder)
    case .write(_, let staged, let contents, let replacing):
      return object(
        Word.write, (Key.staged, .integer(staged)), (Key.contents, .string(contents.description)),
        (Key.replacing, replacing.map { .string($0.description) } ?? .null))
    case .delete(_, let staged, let contents):
      return object(
        Word.delete, (Key.staged, .integer(staged)), (Key.contents, .string(contents.description)))
    }
  }

  /// Reads a journal back; it is trusted with nothing, because a repository may bring one along.
  init(contents: [UInt8]) throws(Corruption) {
    var lines = contents.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.popLast()?.isEmpty == true else {
      throw Corruption(reason: "it ends in the middle of a line")
    }
    guard let header = lines.first, try Self.parse(header)[Self.formatKey] == .integer(Self.format) else {
      throw Corruption(reason: "it is of another format")
    }
    var steps: [Step] = []
    for line in lines.dropFirst() { steps.append(try Self.step(try Self.parse(line))) }
    self.init(steps: steps)
  }

  private static func parse(_ line: ArraySlice<UInt8>) throws(Corruption) -> JSONValue {
    var bag = DiagnosticBag()
    guard let value = JSONValue.parse(SourceFile(name: "", contents: Array(line)), into: &bag) else {
      throw Corruption(reason: "a line of it is not JSON")
    }
    return value
  }

  private static func step(_ value: JSONValue) throws(Corruption) -> Step {
    let path = try path(in: value)
    guard case .string(let word)? = value[Key.step] else { throw Corruption(reason: "a step has no name") }
    switch word {
    case Word.makeFolder: return .makeFolder(path)
    case Word.removeFolder: return .removeFolder(path)
    case Word.write:
      let replacing = value[Key.replacing] == .null ? nil : try digest(Key.replacing, in: value)
      return .write(
        path, staged: try staged(in: value), contents: try digest(Key.contents, in: value),
        replacing: replacing)
    case Word.delete:
      return .delete(path, staged: try staged(in: value), contents: try digest(Key.contents, in: value))
    default: throw Corruption(reason: "a step has an unknown name")
    }
  }

  private static func path(in value: JSONValue) throws(Corruption) -> RelativePath {
    guard case .string(let text)? = value[Key.path], let path = try? RelativePath(text),
      !path.isReservedForState || path.isState
    else { throw Corruption(reason: "a step has no path inside the target") }
    return path
  }

  private static func staged(in value: JSONValue) throws(Corruption) -> Int {
    guard case .integer(let number)? = value[Key.staged], number >= 0 else {
      throw Corruption(reason: "a step has no staged file")
    }
    return number
  }

  private static func digest(_ key: String, in value: JSONValue) throws(Corruption) -> Digest {
    guard case .string(let text)? = value[key], let digest = Digest(text) else {
      throw Corruption(reason: "a step has no digest")
    }
    return digest
  }
}
