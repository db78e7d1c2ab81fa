/// Texts that try to break out of whatever they are written into.
enum HostileText {
  private static let pieces = [
    "\"", "'", "\\", "`", "\n", "\r", "\t", "\u{0}", "\u{1B}", "\u{7F}", "\u{85}", "\u{2028}", "\u{202E}",
    "<", ">",
    "&", "]]>", "-->", "*/", "//", "#", ": ", "- ", "{{x}}", "${y}", "#[z]", "|", "\u{FEFF}", "%", "é", "漢",
    "😀", "a",
    "Z", "0", " ", "---\n", "../", "/", "__", "=", "@",
  ]

  /// A random text of up to twelve pieces.
  static func random(_ generator: inout some RandomNumberGenerator) -> String {
    let count = Int.random(in: 0...12, using: &generator)
    return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }
}
