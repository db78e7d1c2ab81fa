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
    guard let paint = paint(style) else { return text }
    return paint + text + Self.reset
  }

  /// What begins a stretch of this style; `nil` where it looks like any other.
  func paint(_ style: RichText.Style) -> String? {
    hasColor ? Self.code(of: style).map { "\u{1B}[\($0)m" } : nil
  }

  /// What ends a stretch of any style.
  static let reset = "\u{1B}[0m"

  private static func code(of style: RichText.Style) -> String? {
    switch style {
    case .plain, .prose: nil
    case .strong: "1"
    case .code: "36"
    case .quiet, .link: "2"
    case .good: "32"
    case .bad: "31"
    }
  }
}
