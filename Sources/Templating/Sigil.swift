/// What the first character of a tag makes of it.
enum Sigil {
  case variable, triple, ampersand, section, inverted, close, partial, comment, delimiters

  init(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "{"): self = .triple
    case UInt8(ascii: "&"): self = .ampersand
    case UInt8(ascii: "#"): self = .section
    case UInt8(ascii: "^"): self = .inverted
    case UInt8(ascii: "/"): self = .close
    case UInt8(ascii: ">"): self = .partial
    case UInt8(ascii: "!"): self = .comment
    case UInt8(ascii: "="): self = .delimiters
    default: self = .variable
    }
  }

  var length: Int { self == .variable ? 0 : 1 }

  /// What precedes the closing delimiter.
  var terminator: [UInt8] {
    switch self {
    case .triple: [UInt8(ascii: "}")]
    case .delimiters: [UInt8(ascii: "=")]
    case .variable, .ampersand, .section, .inverted, .close, .partial, .comment: []
    }
  }

  var spansLines: Bool { self == .comment || self == .delimiters }

  /// Whether a line that holds only this tag leaves no line behind.
  var canStandAlone: Bool {
    switch self {
    case .variable, .triple, .ampersand: false
    case .section, .inverted, .close, .partial, .comment, .delimiters: true
    }
  }
}
