/// What a terminal can show.
package struct TerminalStyle: Sendable, Hashable {
  /// In characters.
  package let width: Int
  package let hasColor: Bool

  package init(width: Int, hasColor: Bool) {
    self.width = max(40, width)
    self.hasColor = hasColor
  }

  /// What a file or a pipe gets.
  package static let plain = TerminalStyle(width: 100, hasColor: false)

  func paint(_ text: String, _ style: RichText.Style) -> String {
    guard hasColor, let code = Self.code(of: style) else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private static func code(of style: RichText.Style) -> String? {
    switch style {
    case .plain: nil
    case .strong: "1"
    case .code: "36"
    case .quiet, .link: "2"
    case .good: "32"
    case .bad: "31"
    }
  }
}
