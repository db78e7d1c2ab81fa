import ArgumentParser
import Reporting

/// When colours are used.
enum ColorChoice: String, Sendable, WordArgument {
  case auto, always, never
}

extension ReportFormat: WordArgument {}

/// Options of everything that prints.
struct ConsoleOptions: ParsableArguments {
  // The library would look for what it can do with a default at every start.
  @Option(help: "When to use colours, auto by default.")
  var color: ColorChoice?

  @Flag(help: "Print results and errors only.")
  var quiet = false

  var console: Console { Console(color: color ?? .auto, isQuiet: quiet) }
}

/// The format of a report.
struct FormatOptions: ParsableArguments {
  @Option(help: "The format of the result.")
  var format: ReportFormat = .terminal

  @Flag(help: "Show everything that the terminal format would shorten.")
  var verbose = false
}
