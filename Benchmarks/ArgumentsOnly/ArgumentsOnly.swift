import ArgumentParser

/// A program that only parses arguments like those of `bascule recommend`.
@main
struct ArgumentsOnly: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "arguments-only", subcommands: [Check.self, Generate.self, Recommend.self, Schema.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "check")
    @Argument var paths: [String]
  }

  struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "generate")
    @Argument var paths: [String]
    @Option var output: String?
    @Flag var dryRun = false
  }

  struct Recommend: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "recommend")
    @Argument var paths: [String]
    @Option var format: String?
    @Option var catalog: String?
    @Option var templates: String?
    @Option var color: String?
    @Flag var quiet = false
    @Flag var verbose = false
  }

  struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "schema")
    @Option var catalog: String?
  }
}
