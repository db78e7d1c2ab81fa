extension RichText.Span {
  /// Running text in parts, what stands between two single backticks as code; any other text as it is.
  var parts: [RichText.Span] {
    guard style == .prose else { return [self] }
    var (parts, rest) = ([RichText.Span](), text[...])
    while let (open, close) = Self.codeSpan(in: rest) {
      parts.append(Self(text: String(rest[..<open]), style: .plain))
      parts.append(Self(text: String(rest[rest.index(after: open)..<close]), style: .code))
      rest = rest[rest.index(after: close)...]
    }
    return parts + [Self(text: String(rest), style: .plain)]
  }

  /// The places of the first two backticks that have no other beside them.
  private static func codeSpan(in text: Substring) -> (String.Index, String.Index)? {
    let single = text.indices.lazy.filter { index in
      text[index] == "`" && text[..<index].last != "`" && text[text.index(after: index)...].first != "`"
    }
    let pair = Array(single.prefix(2))
    return pair.count == 2 ? (pair[0], pair[1]) : nil
  }
}
