extension RelativePath {
  /// The longest component that is accepted, in bytes; leaves room for the suffixes of other tools.
  package static let longestComponent = 200
  /// The longest path that is accepted, in bytes.
  package static let longestPath = 1_000

  /// Why a text is no path of a file inside a target folder.
  package enum Failure: Error, Sendable, Hashable {
    case empty
    case absolute
    case tooLong(bytes: Int)
    case emptyComponent
    /// A component that is `.` or `..`.
    case climbing(component: String)
    case componentTooLong(bytes: Int)
    /// A control character, or one that changes how the others are shown.
    case invisibleCharacter(Unicode.Scalar)
    /// A character that Windows does not allow in a name.
    case forbiddenCharacter(Unicode.Scalar)
    /// A name that Windows or git keeps for itself.
    case reservedName(String)
    /// A final dot or space, which Windows drops.
    case finalDotOrSpace(component: String)
  }

  static func failure(of text: String) -> Failure? {
    var text = text
    return text.withUTF8 { isEvidentlySound($0) } ? nil : failure(onCloserLook: text)
  }

  /// The same without the shortcut for what nearly every path is like.
  static func failure(onCloserLook text: String) -> Failure? {
    if text.isEmpty { return .empty }
    if text.utf8.first == UInt8(ascii: "/") { return .absolute }
    if text.utf8.count > longestPath { return .tooLong(bytes: text.utf8.count) }
    if !text.utf8.allSatisfy(isPlain) {
      for scalar in text.unicodeScalars {
        if let failure = failure(of: scalar) { return failure }
      }
    }
    var start = text.utf8.startIndex
    while true {
      let end = text.utf8[start...].firstIndex(of: UInt8(ascii: "/")) ?? text.utf8.endIndex
      if let failure = failure(ofComponent: text[start..<end]) { return failure }
      if end == text.utf8.endIndex { break }
      start = text.utf8.index(after: end)
    }
    return nil
  }

  /// Whether one pass over the bytes tells that nothing can be wrong, as it does of nearly every path.
  private static func isEvidentlySound(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count <= longestPath else { return false }
    var start = 0
    while start < bytes.count {
      var end = start
      var stemLength: Int?
      while end < bytes.count, bytes[end] != UInt8(ascii: "/") {
        guard isPlain(bytes[end]) else { return false }
        if stemLength == nil, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: " ") {
          stemLength = end - start
        }
        end += 1
      }
      guard end > start, end - start <= longestComponent, bytes[start] != UInt8(ascii: ".") else {
        return false
      }
      if bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: " ") { return false }
      // Without a '~' or a '$' in them, the names that are kept for others have three or four letters.
      if (3...4).contains(stemLength ?? end - start), canBeginReserved(bytes[start]) { return false }
      if end == bytes.count { return true }
      start = end + 1
    }
    return false
  }

  /// The characters of nearly every path, which need no closer look.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "-")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: " "):
      true
    default: false
    }
  }

  private static func failure(of scalar: Unicode.Scalar) -> Failure? {
    switch scalar {
    case "\\", "<", ">", ":", "\"", "|", "?", "*": return .forbiddenCharacter(scalar)
    case " "..."~": return nil
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return .invisibleCharacter(scalar)
    default: return nil
    }
  }

  private static func failure(ofComponent component: Substring) -> Failure? {
    if component.isEmpty { return .emptyComponent }
    let bytes = component.utf8.count
    if bytes < 3, component.utf8.allSatisfy({ $0 == UInt8(ascii: ".") }) {
      return .climbing(component: String(component))
    }
    if bytes > longestComponent { return .componentTooLong(bytes: bytes) }
    if component.utf8.last == UInt8(ascii: ".") || component.utf8.last == UInt8(ascii: " ") {
      return .finalDotOrSpace(component: String(component))
    }
    return isReserved(component) ? .reservedName(String(component)) : nil
  }

  /// Windows takes `nul.txt` and `NUL .txt` for the device too; `git~1` is its short name of `.git`.
  private static func isReserved(_ component: Substring) -> Bool {
    // None of these names has more than seven letters before a dot or a space.
    let start = component.utf8.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: " ") }
    if start.count > 10 || component.utf8.first.map(canBeginReserved) != true { return false }
    let name = component.lowercased()
    if name == ".git" || name == "git~1" { return true }
    let stem = name.prefix { $0 != "." }
    let trimmed = stem.prefix(stem.count - stem.reversed().prefix { $0 == " " }.count)
    return deviceNames.contains(String(trimmed))
  }

  /// The first letters of all of them, and the dot; nearly every name has another one.
  private static func canBeginReserved(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "a"), UInt8(ascii: "c"), UInt8(ascii: "g"), UInt8(ascii: "l"), UInt8(ascii: "n"),
      UInt8(ascii: "p"):
      true
    default: byte == UInt8(ascii: ".")
    }
  }

  private static let deviceNames: Set<String> = {
    let numbers = (0...9).map(String.init) + ["\u{B9}", "\u{B2}", "\u{B3}"]
    let ports = ["com", "lpt"].flatMap { port in numbers.map { port + $0 } }
    return Set(["con", "prn", "aux", "nul", "conin$", "conout$"] + ports)
  }()
}
