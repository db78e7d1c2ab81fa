import TestSupport

/// Texts that try to leave every context: single attempts, and random mixtures of them.
enum HostileTexts {
  static let fragments: [String] = [
    "\"", "'", "`", "\\", "\n", "\r", "\r\n", "\t", "\0", "\u{1}", "\u{7F}", "\u{85}", "\u{9B}", "\u{B}",
    "\u{C}", "*/", "/*", "*", "/", "//", "-->", "--", "-", "]]>", "]", ">", "<", "<!--", "<![CDATA[",
    "</script>",
    "&", "&amp;", "&#10;", "${", "}", "$(", "$", "#[", "#", "![", "{{", "}}", "{{{", "\u{2028}", "\u{2029}",
    "\u{FEFF}", "\u{FFFE}", "\u{FFFF}", "\u{202E}", "\u{202C}", "\u{2066}", "😀", "é", "e\u{301}",
    "\u{10FFFF}",
    "|", "||", "_", "__", "~~", "[x](y)", "![", "1. ", "- ", "=", "+", "@", ":", ";", "%", "%%", "%%{init}%%",
    ".", "..", "../", " ", "  ", "end", "End", "\\u002a", "\\u", "\\n", "word", "a b", "0", "7",
  ]

  /// Every fragment alone, then mixtures that follow from the seed.
  static func all(mixtures: Int, seed: UInt64) -> [String] {
    var random = SplitMix64(seed: seed)
    let mixed = (0..<mixtures).map { _ in
      (0..<Int.random(in: 1...6, using: &random)).map { _ in
        fragments[Int.random(in: 0..<fragments.count, using: &random)]
      }.joined()
    }
    return [""] + fragments + mixed
  }
}
