import Diagnostics
import Glibc
import Reporting

/// The terminal, or whatever takes its place: results to standard output, diagnostics to standard error.
struct Console: Sendable {
  let output: TerminalStyle
  let errors: TerminalStyle
  let isQuiet: Bool
  /// Whether a line of diagnostics can be written anew: a person looks at a terminal.
  let showsProgress: Bool
  /// Where diagnostics go that are the result; `nil` where they are shown.
  var collector: FindingCollector?

  init(color: ColorChoice, isQuiet: Bool = false) {
    output = Self.style(of: STDOUT_FILENO, color)
    errors = Self.style(of: STDERR_FILENO, color)
    self.isQuiet = isQuiet
    showsProgress = !isQuiet && isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb"
  }

  /// Writes a result.
  func write(_ text: String) throws { try Self.write(text, to: STDOUT_FILENO) }

  /// Writes what is said about the work, not its result.
  func tell(_ text: String) {
    guard !isQuiet else { return }
    try? Self.write(text, to: STDERR_FILENO)
  }

  /// Writes a line in place of the one that was written so before; an empty one takes it away.
  func rewrite(_ line: String) {
    guard showsProgress else { return }
    try? Self.write("\r\u{1B}[K" + line, to: STDERR_FILENO)
  }

  /// Shows diagnostics, and how many there are where they are many.
  func show(_ bag: DiagnosticBag) {
    if let collector { return collector.add(bag) }
    let diagnostics = bag.sorted.filter { !isQuiet || $0.severity == .error }
    guard !diagnostics.isEmpty else { return }
    var text = DiagnosticRenderer(style: errors).render(diagnostics)
    if diagnostics.count > 1 { text += "\n\(diagnostics.count) findings\n" }
    try? Self.write(text, to: STDERR_FILENO)
  }

  /// Shows a failure that has no place in a file.
  func fail(_ message: String) {
    collector?.add(failure: message)
    try? Self.write(DiagnosticRenderer(style: errors).failure(message), to: STDERR_FILENO)
  }

  private static func style(of descriptor: Int32, _ color: ColorChoice) -> TerminalStyle {
    let isTerminal = isatty(descriptor) == 1
    let hasColor: Bool
    switch color {
    case .always: hasColor = true
    case .never: hasColor = false
    case .auto: hasColor = isTerminal && environment("NO_COLOR") == nil && environment("TERM") != "dumb"
    }
    guard isTerminal else { return TerminalStyle(width: TerminalStyle.plain.width, hasColor: hasColor) }
    return TerminalStyle(width: min(width(of: descriptor), 120), hasColor: hasColor)
  }

  private static func width(of descriptor: Int32) -> Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return TerminalStyle.plain.width
    }
    return Int(size.ws_col)
  }

  private static func write(_ text: String, to descriptor: Int32) throws {
    var text = text
    let failure: Int32? = text.withUTF8 { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let written = Glibc.write(descriptor, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
        if written < 0 {
          if errno == EINTR { continue }
          return errno
        }
        rest = rest.dropFirst(written)
      }
      return nil
    }
    // The reader may go away, as `head` does: what was found stays found, and the status says so.
    guard let failure, failure != EPIPE else { return }
    throw OutputFailure(code: failure)
  }
}

/// Standard output could not be written.
struct OutputFailure: Error {
  let code: Int32

  var description: String { "standard output cannot be written: \(String(cString: strerror(code)))" }
}

/// The value of a variable of the environment; `nil` where it is not set or empty.
func environment(_ name: String) -> String? {
  guard let value = getenv(name) else { return nil }
  let text = String(cString: value)
  return text.isEmpty ? nil : text
}
