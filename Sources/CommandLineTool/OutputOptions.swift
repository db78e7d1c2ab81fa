import ArgumentParser
import Reporting

/// When colours are used.
enum ColorChoice: String, Sendable, WordArgument {
  case auto, always, never
}

extension ReportFormat: WordArgument {}

/// Options of everything that prints.
struct ConsoleOptions: ParsableArguments {
  @Option(help: "When to use colours.")
  var color: ColorChoice = .auto

  @Flag(help: "Print results and errors only.")
  var quiet = false

  var console: Console { Console(color: color, isQuiet: quiet) }
}

/// The format of a report.
struct FormatOptions: ParsableArguments {
  @Option(help: "The format of the result.")
  var format: ReportFormat = .terminal

  @Flag(help: "Show everything that the terminal format would shorten.")
  var verbose = false
}
