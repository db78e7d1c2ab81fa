import ArgumentParser
import Reporting

/// When colours are used.
enum ColorChoice: String, Sendable, CaseIterable, ExpressibleByArgument {
  case auto, always, never

  // Spelt out, because the library finds them through key paths at every start.
  static let allValueStrings = allCases.map(\.rawValue)
  static let allValueDescriptions: [String: String] = [:]
  var defaultValueDescription: String { rawValue }
}

extension ReportFormat: ExpressibleByArgument {
  package static let allValueStrings = allCases.map(\.rawValue)
  package static let allValueDescriptions: [String: String] = [:]
  package var defaultValueDescription: String { rawValue }
}

/// Options of everything that prints.
struct ConsoleOptions: ParsableArguments {
  @Option(help: "When to use colours: auto, always or never.")
  var color: ColorChoice = .auto

  @Flag(help: "Print results and errors only.")
  var quiet = false

  var console: Console { Console(color: color, isQuiet: quiet) }
}

/// The format of a report.
struct FormatOptions: ParsableArguments {
  @Option(help: "The format of the result: terminal, markdown or json.")
  var format: ReportFormat = .terminal

  @Flag(help: "Show everything that the terminal format would shorten.")
  var verbose = false
}
