import ArgumentParser

/// Wrong usage that shows only when a command runs.
struct UsageFailure: Error {
  let message: String
  let command: any ParsableCommand.Type

  init(message: String, _ command: any ParsableCommand.Type) {
    self.message = message
    self.command = command
  }

  /// In the form of the argument parser.
  var description: String {
    "Error: \(message)\nUsage: \(usage)\n  See '\(name) --help' for more information.\n"
  }

  private var usage: String { Bascule.usageString(for: command).replacing("Usage: ", with: "") }

  private var name: String { usage.split(separator: " ").prefix(2).joined(separator: " ") }
}
