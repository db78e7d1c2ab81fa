/// What a scalar means.
package enum YAMLScalarValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A number that is no `Int`, as it is written.
  case decimal(String)
  case string(String)
}

extension YAMLNode {
  /// What a scalar means by the core schema of YAML 1.2, and an integer such as `20_000` besides, whose
  /// digits stand in groups of three; `nil` for a collection. What has quotes or a block is a string.
  package var coreValue: YAMLScalarValue? {
    withText { isPlain ? YAMLScalarValue(plain: $0) : .string(String(decoding: $0, as: UTF8.self)) }
  }

  /// Whether a scalar is the same text to all readers of YAML.
  package var isUndisputedText: Bool {
    guard isPlain else { return kind == .scalar }
    return withText { YAMLSpelling.isUndisputedText($0) } == true
  }

  /// The whole number that a scalar is to all readers of YAML, if it has up to 15 digits and no sign.
  package var undisputedCount: Int? {
    guard isPlain else { return nil }
    return withText { text in
      let isShort = (1...15).contains(text.count) && (text.count == 1 || text.first != UInt8(ascii: "0"))
      guard isShort, text.allSatisfy(YAMLSpelling.isDigit) else { return nil }
      return text.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    } ?? nil
  }

  /// Whether another scalar has the same text, however it is quoted.
  package func hasSameText(as other: YAMLNode) -> Bool { other.withText(equals) ?? false }

  /// Why readers of YAML 1.1 and of YAML 1.2 understand a plain scalar differently, as in `yes`, `017`
  /// or `1:30`; `nil` where they agree.
  package var ambiguity: String? {
    guard isPlain else { return nil }
    return withText { text in
      YAMLAmbiguity(plain: text)?.explanation(of: String(decoding: text, as: UTF8.self))
    } ?? nil
  }

  /// Whether an integer is written with separators, so that other YAML readers take it for text.
  package var isSeparatedInteger: Bool {
    isPlain && withText { YAMLSpelling.isSeparatedInteger($0) } == true
  }
}

extension YAMLScalarValue {
  /// The meaning of a scalar without quotes.
  init(plain bytes: UnsafeBufferPointer<UInt8>) {
    let meaning = YAMLSpelling.core(bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    switch meaning {
    case .null: self = .null
    case .bool(let truth): self = .bool(truth)
    case .string where YAMLSpelling.isSeparatedInteger(bytes): self = Self.integer(text.filter { $0 != "_" })
    case .string: self = .string(text)
    case .decimal: self = .decimal(text)
    case .integer(radix: 10): self = Self.integer(text)
    case .integer(let radix): self = Int(text.dropFirst(2), radix: radix).map(Self.integer) ?? .decimal(text)
    }
  }

  private static func integer(_ digits: String) -> YAMLScalarValue {
    Int(digits).map(Self.integer) ?? .decimal(digits)
  }
}
