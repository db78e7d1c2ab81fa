/// The POSIX shell, in single quotes, where only the quote itself means anything.
enum ShellEscapes {
  /// Line breaks and tabs stay; other controls could speak to a terminal that shows the script.
  static func singleQuoted(_ point: EscapePoint) -> String? {
    switch point.scalar {
    case "'": "'\\''"
    case "\n", "\t": nil
    default: point.scalar.isInvisible ? Unicode.Scalar.replacement : nil
    }
  }
}
