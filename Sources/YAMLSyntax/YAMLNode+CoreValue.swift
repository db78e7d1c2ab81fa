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
  package var coreValue: YAMLScalarValue? { withView { $0.coreValue } }

  /// Why readers of YAML 1.1 and of YAML 1.2 understand a plain scalar differently, as in `yes`, `017`
  /// or `1:30`; `nil` where they agree.
  package var ambiguity: String? {
    guard isPlain else { return nil }
    return withText { text in
      YAMLAmbiguity(plain: text)?.explanation(of: String(decoding: text, as: UTF8.self))
    } ?? nil
  }

  /// Whether an integer is written with separators, so that other YAML readers take it for text.
  package var isSeparatedInteger: Bool { withView { $0.isSeparatedInteger } }
}

extension YAMLView {
  /// What a scalar means by the core schema of YAML 1.2, and an integer such as `20_000` besides, whose
  /// digits stand in groups of three; `nil` for a collection. What has quotes or a block is a string.
  package var coreValue: YAMLScalarValue? {
    withText { isPlain ? YAMLScalarValue(plain: $0) : .string(String(decoding: $0, as: UTF8.self)) }
  }

  /// Whether a scalar is the same text to all readers of YAML.
  package var isUndisputedText: Bool {
    guard isPlain else { return head.kind == .scalar }
    return withText { YAMLSpelling.isUndisputedText($0) } == true
  }

  /// The whole number that a scalar is without a question, such as `400` or `20_000`: up to 15 digits, no
  /// sign; `nil` for every other number too.
  package var plainCount: Int? {
    guard isPlain else { return nil }
    return withText { text in
      guard let first = text.first, YAMLSpelling.isDigit(first), text.count <= 19,
        first != UInt8(ascii: "0") || text.count == 1,
        text.allSatisfy(YAMLSpelling.isDigit) || YAMLSpelling.isSeparatedInteger(text)
      else { return nil }
      let digits = text.lazy.filter(YAMLSpelling.isDigit)
      guard digits.count <= 15 else { return nil }
      return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
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
