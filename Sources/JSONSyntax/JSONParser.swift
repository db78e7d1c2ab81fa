import Diagnostics

/// A recursive descent over the bytes of one JSON text.
struct JSONParser {
  /// Beyond this many arrays and objects in one another a text is refused.
  static let deepestNesting = 128

  /// So many duplicate keys are reported.
  static let mostFindings = 100

  /// What ends the parsing, by byte offsets.
  struct Fault: Error {
    let id: DiagnosticID
    let message: String
    let bytes: Range<Int>
    var notes: [String] = []

    func diagnostic(in file: SourceFile) -> Diagnostic {
      Diagnostic(id, message, at: file.location(ofBytes: bytes), notes: notes)
    }
  }

  let file: SourceFile
  /// Everything that is wrong and yet lets the parser go on.
  var findings: [Diagnostic] = []
  /// Whether there are duplicate keys that are not reported.
  private(set) var isIncomplete = false
  private let bytes: [UInt8]
  private var offset = 0
  private var depth = 0

  init(file: SourceFile) {
    self.file = file
    bytes = file.contents
  }

  /// One value with nothing but white space around it.
  mutating func document() throws(Fault) -> JSONValue {
    if let bad = UTF8Validation.firstInvalidByte(bytes) {
      throw Fault(id: .jsonEncoding, message: "The file is not UTF-8", bytes: bad..<bad + 1)
    }
    skipByteOrderMark()
    skipSpace()
    guard offset < bytes.count else { throw fault("The file is empty; JSON needs a value") }
    let value = try value()
    skipSpace()
    guard offset == bytes.count else { throw fault("Expected the end of the file after the value") }
    return value
  }

  private mutating func value() throws(Fault) -> JSONValue {
    guard let byte = current else { throw fault("Expected a value, found the end of the file") }
    switch byte {
    case UInt8(ascii: "{"): return try nested { (parser) throws(Fault) in try parser.object() }
    case UInt8(ascii: "["): return try nested { (parser) throws(Fault) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: return try literal()
    }
  }

  private mutating func nested(
    _ parse: (inout JSONParser) throws(Fault) -> JSONValue
  ) throws(Fault) -> JSONValue {
    guard depth < Self.deepestNesting else {
      throw fault("Arrays and objects lie more than \(Self.deepestNesting) deep", id: .jsonNesting)
    }
    depth += 1
    defer { depth -= 1 }
    offset += 1
    skipSpace()
    return try parse(&self)
  }

  private mutating func array() throws(Fault) -> JSONValue {
    var elements: [JSONValue] = []
    if take("]") { return .array([]) }
    while true {
      elements.append(try value())
      skipSpace()
      if take("]") { return .array(elements) }
      try expectComma(before: "]", of: "an array")
    }
  }

  private mutating func object() throws(Fault) -> JSONValue {
    var members: [JSONMember] = []
    var places = KeyPlaces()
    if take("}") { return .object([]) }
    while true {
      guard current == UInt8(ascii: "\"") else { throw fault("Expected a key in double quotes") }
      let start = offset
      let key = try string()
      note(key, at: start..<offset, in: &places)
      skipSpace()
      guard take(":") else { throw fault("Expected ':' after the key '\(key)'") }
      skipSpace()
      members.append(JSONMember(key, try value()))
      skipSpace()
      if take("}") { return .object(members) }
      try expectComma(before: "}", of: "an object")
    }
  }

  private mutating func note(_ key: String, at place: Range<Int>, in places: inout KeyPlaces) {
    guard let first = places.add(key, at: place) else { return }
    guard findings.count < Self.mostFindings else { return isIncomplete = true }
    findings.append(
      Diagnostic(
        .jsonDuplicateKey, "The key '\(key)' is given twice", at: file.location(ofBytes: place),
        secondary: [.init(file.location(ofBytes: first), "first given here")]))
  }

  private mutating func expectComma(before close: Unicode.Scalar, of what: String) throws(Fault) {
    guard take(",") else { throw fault("Expected ',' or '\(close)' in \(what)") }
    let comma = offset - 1
    skipSpace()
    if current == UInt8(ascii: close) {
      throw Fault(
        id: .jsonSyntax, message: "JSON allows no comma before '\(close)'", bytes: comma..<comma + 1)
    }
  }

  private mutating func number() throws(Fault) -> JSONValue {
    let start = offset
    offset = bytes[start...].firstIndex { !Self.isWordByte($0) } ?? bytes.count
    let literal = bytes[start..<offset]
    guard JSONNumber.isLiteral(literal) else {
      let text = String(decoding: literal, as: UTF8.self)
      throw Fault(id: .jsonSyntax, message: "'\(text)' is no JSON number", bytes: start..<offset)
    }
    let text = String(decoding: literal, as: UTF8.self)
    if JSONNumber.isIntegral(literal), let number = Int(text) { return .integer(number) }
    return .decimal(text)
  }

  private mutating func literal() throws(Fault) -> JSONValue {
    let start = offset
    offset = bytes[start...].firstIndex { !Self.isWordByte($0) } ?? bytes.count
    switch String(decoding: bytes[start..<offset], as: UTF8.self) {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "":
      offset = start
      throw fault("Expected a value")
    case let word:
      throw Fault(
        id: .jsonSyntax, message: "'\(word)' is no JSON value", bytes: start..<offset,
        notes: ["Text stands in double quotes; the bare words are null, true and false"])
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...: true
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    default: false
    }
  }
}

// MARK: - Strings

extension JSONParser {
  private mutating func string() throws(Fault) -> String {
    let opening = offset
    offset += 1
    let end = bytes[offset...].firstIndex { !Self.isPlain($0) } ?? bytes.count
    if end < bytes.count, bytes[end] == UInt8(ascii: "\"") {
      defer { offset = end + 1 }
      return String(decoding: bytes[offset..<end], as: UTF8.self)
    }
    var text: [UInt8] = []
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        let scalar = try escape()
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      case 0..<0x20:
        throw fault("A control character in a string must be written as an escape such as \\n or \\u0007")
      default:
        let start = offset
        while let byte = current, Self.isPlain(byte) { offset += 1 }
        text.append(contentsOf: bytes[start..<offset])
      }
    }
    throw Fault(id: .jsonSyntax, message: "The string is never closed", bytes: opening..<opening + 1)
  }

  /// Whether a byte of a string stands for itself.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private mutating func escape() throws(Fault) -> Unicode.Scalar {
    let start = offset
    offset += 1
    let byte = current
    offset = min(offset + 1, bytes.count)
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(from: start)
    case .some, .none:
      throw Fault(
        id: .jsonSyntax, message: "This is no JSON escape", bytes: start..<offset,
        notes: [#"The escapes are \" \\ \/ \b \f \n \r \t and \u with four hexadecimal digits"#])
    }
  }

  private mutating func unicodeEscape(from start: Int) throws(Fault) -> Unicode.Scalar {
    let unit = try hexadecimalUnit(from: start)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    if UTF16.isLeadSurrogate(unit), take("\\"), take("u") {
      let trail = try hexadecimalUnit(from: start)
      if UTF16.isTrailSurrogate(trail) { return UTF16.decode(UTF16.EncodedScalar([unit, trail])) }
    }
    throw Fault(
      id: .jsonSyntax, message: "A surrogate escape needs its other half beside it", bytes: start..<offset)
  }

  private mutating func hexadecimalUnit(from start: Int) throws(Fault) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw Fault(
          id: .jsonSyntax, message: "\\u needs four hexadecimal digits", bytes: start..<offset)
      }
      unit = unit << 4 | UInt16(digit)
      offset += 1
    }
    return unit
  }
}

// MARK: - Bytes

extension JSONParser {
  private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
  }

  private mutating func skipByteOrderMark() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  private func fault(_ message: String, id: DiagnosticID = .jsonSyntax) -> Fault {
    Fault(id: id, message: message, bytes: offset..<min(offset + 1, bytes.count))
  }
}
