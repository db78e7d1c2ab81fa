import ArgumentParser
import Reporting

/// When colours are used.
enum ColorChoice: String, Sendable, WordArgument {
  case auto, always, never
}

extension ReportFormat: WordArgument {}

/// Options of everything that prints.
struct ConsoleOptions: ParsableArguments {
  // A default of the library's would be searched for conformances at every start, as those of all commands are here.
  @Option(help: "When to use colours; without it, auto.")
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
