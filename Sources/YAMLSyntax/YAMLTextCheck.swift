import Diagnostics

/// What is checked on the bytes before libyaml sees them, so that it only meets characters which all
/// versions of YAML, and every editor, understand alike.
enum YAMLTextCheck {
  /// The first fault of the text; `nil` where there is none.
  static func fault(in file: SourceFile, limits: YAMLLimits) -> Diagnostic? {
    guard file.contents.count <= limits.bytes else {
      return Diagnostic(
        .yamlSize, "The file is larger than \(byteCount(limits.bytes)), the most that is read",
        at: start(of: file)
      )
    }
    let fault = file.contents.withUnsafeBufferPointer(firstFault)
    return fault.map { diagnostic(for: $0.kind, at: $0.offset, in: file) }
  }

  private static func start(of file: SourceFile) -> SourceLocation {
    SourceLocation(file: file, range: SourceRange(line: 1, columns: 1..<1))
  }

  enum Fault {
    case encoding, control, lineBreak, noncharacter, byteOrderMark, directives
  }

  /// libyaml compares each directive with all before it, which takes minutes in a file full of them.
  private static let mostDirectives = 16

  private static func firstFault(_ bytes: UnsafeBufferPointer<UInt8>) -> (kind: Fault, offset: Int)? {
    var index = byteOrderMarkLength(bytes)
    var directives = 0
    while true {
      index = PlainText.skipPrintable(from: index, in: bytes)
      guard index < bytes.count else { return nil }
      switch bytes[index] {
      case 0x20...0x7E, 0x09: index += 1
      case 0x0A:
        index += 1
        guard index < bytes.count, bytes[index] == UInt8(ascii: "%") else { continue }
        directives += 1
        if directives > mostDirectives { return (.directives, index) }
      case 0x0D:
        guard index + 1 < bytes.count, bytes[index + 1] == 0x0A else { return (.lineBreak, index) }
        index += 1
      case 0x00...0x1F, 0x7F: return (.control, index)
      default:
        guard let length = UTF8Validation.sequenceLength(at: index, in: bytes) else {
          return (.encoding, index)
        }
        if let kind = fault(at: index, in: bytes) { return (kind, index) }
        index += length
      }
    }
  }

  /// How many bytes the byte order mark takes that a file may begin with.
  static func byteOrderMarkLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }

  /// The fault of a well-formed sequence of several bytes.
  private static func fault(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Fault? {
    switch (bytes[index], bytes[index + 1]) {
    case (0xC2, 0x85): return .lineBreak
    case (0xC2, 0x80...0x9F): return .control
    case (0xE2, 0x80): return bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 ? .lineBreak : nil
    case (0xEF, 0xBB): return bytes[index + 2] == 0xBF ? .byteOrderMark : nil
    case (0xEF, 0xBF): return bytes[index + 2] >= 0xBE ? .noncharacter : nil
    default: return nil
    }
  }

  private static func diagnostic(for fault: Fault, at offset: Int, in file: SourceFile) -> Diagnostic {
    let place = file.location(ofBytes: offset..<offset + 1)
    let byte = file.contents[offset]
    switch fault {
    case .encoding:
      let name = "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      return Diagnostic(
        .yamlEncoding, "The file is not UTF-8: the byte \(name) is no part of a character", at: place,
        notes: ["Save the file as UTF-8"])
    case .control:
      return Diagnostic(
        .yamlCharacter, "A control character is not allowed in YAML", at: place,
        notes: ["In double quotes it can be written as an escape such as \\x1B"])
    case .lineBreak:
      return Diagnostic(
        .yamlCharacter, "This line break is none to every YAML reader; end lines with a line feed", at: place,
        notes: ["Inside a text it can be written as an escape in double quotes: \\r, \\N, \\L or \\P"])
    case .noncharacter:
      return Diagnostic(.yamlCharacter, "This is no Unicode character", at: place)
    case .directives:
      return Diagnostic(
        .yamlSyntax, "More than \(mostDirectives) lines begin with '%', which begins a directive", at: place)
    case .byteOrderMark:
      return Diagnostic(.yamlCharacter, "A byte order mark is allowed at the start of a file only", at: place)
    }
  }
}
