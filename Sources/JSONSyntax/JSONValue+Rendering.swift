extension JSONValue {
  /// The value as JSON text in its own order of keys: with `indent` spaces for each level, or on one
  /// line without spaces where `indent` is `nil`. No line break follows it.
  package func rendered(indent: Int? = 2) -> String {
    var writer = JSONWriter(indent: indent)
    writer.write(self, depth: 0)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

/// Gathers the bytes of a JSON text.
private struct JSONWriter {
  let indent: Int?
  var bytes: [UInt8] = []

  init(indent: Int?) {
    self.indent = indent
    bytes.reserveCapacity(Self.usualLength)
  }

  /// Most lines of what is written line by line are shorter.
  private static let usualLength = 512

  mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: append("null")
    case .bool(let truth): append(truth ? "true" : "false")
    case .integer(let number): append(String(number))
    case .decimal(let literal): writeNumber(literal)
    case .string(let text): write(text)
    case .array(let elements): write(elements, depth: depth)
    case .object(let members): write(members, depth: depth)
    }
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func writeNumber(_ literal: String) {
    precondition(JSONNumber.isLiteral(literal.utf8), "'\(literal)' is no JSON number")
    append(literal)
  }

  private mutating func write(_ elements: [JSONValue], depth: Int) {
    guard !elements.isEmpty else { return append("[]") }
    bytes.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine(depth: depth + 1)
      write(element, depth: depth + 1)
    }
    breakLine(depth: depth)
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func write(_ members: [JSONMember], depth: Int) {
    guard !members.isEmpty else { return append("{}") }
    bytes.append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine(depth: depth + 1)
      write(member.key)
      append(indent == nil ? ":" : ": ")
      write(member.value, depth: depth + 1)
    }
    breakLine(depth: depth)
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func breakLine(depth: Int) {
    guard let indent else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * depth))
  }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if Self.isPlain(text) {
      append(text)
    } else {
      for scalar in text.unicodeScalars { write(scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isPlain(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isPlain) } ?? text.utf8.allSatisfy(isPlain)
  }

  /// The characters of nearly every text, which stand for themselves.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// U+2028 and U+2029 end a line in JavaScript, and YAML has no byte order mark within a text, so that they are
  /// escaped like a control character.
  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": append("\\\"")
    case "\\": append("\\\\")
    case "\u{8}": append("\\b")
    case "\u{9}": append("\\t")
    case "\u{A}": append("\\n")
    case "\u{C}": append("\\f")
    case "\u{D}": append("\\r")
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}":
      writeEscape(of: scalar)
    default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  private mutating func writeEscape(of scalar: Unicode.Scalar) {
    let digits = String(scalar.value, radix: 16)
    append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
  }
}
