package import ArgumentParser
import Diagnostics
import Glibc

/// The command and its subcommands.
package struct Bascule: ParsableCommand {
  /// What people type; its subcommands name it as theirs, so that the library does not look for a request of the whole
  /// program, such as one for completions, where one of them is asked alone.
  static let name = "bascule"

  package static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Weighs what an integration must do, and builds the bridge.",
    discussion: """
      An architect states in a profile what one integration must do. Bascule recommends a pattern, a topology, \
      technologies and practices, says why and from which source, and generates the scaffolding.
      """,
    version: ToolVersion.text,
    subcommands: [
      CatalogCommand.self, CheckCommand.self, DiffCommand.self, ExplainCommand.self, GenerateCommand.self,
      RecommendCommand.self, SchemaCommand.self,
    ])

  package init() {}

  /// Runs the command line of this process and ends it with the documented status.
  package static func run() -> Never {
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parsed(Array(CommandLine.arguments.dropFirst()))
      try command.run()
      Glibc.exit(ExitStatus.done.rawValue)
    } catch let status as ExitStatus {
      Glibc.exit(status.rawValue)
    } catch let failure as UsageFailure {
      Console(color: .auto).tell(failure.description)
      Glibc.exit(ExitStatus.invalidInput.rawValue)
    } catch let failure as OutputFailure {
      Console(color: .auto).fail(failure.description)
      Glibc.exit(ExitStatus.environment.rawValue)
    } catch {
      end(with: error)
    }
  }

  /// The command that the words ask for.
  ///
  /// Where the first word is a subcommand, it is asked alone, which saves the library the building of all others. What
  /// it does not understand, and help, are left to the whole tree, which knows what to say.
  package static func parsed(_ words: [String]) throws -> any ParsableCommand {
    let named = configuration.subcommands.first { $0.configuration.commandName == words.first }
    guard let named, let command = try? named.parseAsRoot(Array(words.dropFirst())) else {
      return try parseAsRoot(words)
    }
    let isOwn = ([named] + named.configuration.subcommands).contains { $0 == type(of: command) }
    return isOwn ? command : try parseAsRoot(words)
  }

  /// Help and version are answers; everything else that the parser throws is wrong usage.
  private static func end(with error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    let words = Array(CommandLine.arguments.dropFirst())
    if words.first == "help", let text = unknownCommand(in: Array(words.dropFirst()), of: Self.self, usage) {
      Console(color: .auto).tell(text + "\n")
      Glibc.exit(ExitStatus.invalidInput.rawValue)
    }
    if code.isSuccess {
      try? Console(color: .auto).write(message.isEmpty ? "" : message + "\n")
      Glibc.exit(ExitStatus.done.rawValue)
    }
    guard code == .validationFailure else {
      if !message.isEmpty { Console(color: .auto).tell(message + "\n") }
      Glibc.exit(code.rawValue)
    }
    Console(color: .auto).tell((unknownCommand(in: words, of: Self.self, message) ?? message) + "\n")
    Glibc.exit(ExitStatus.invalidInput.rawValue)
  }

  /// What ends a message about wrong usage of the whole program.
  private static let usage =
    "Usage: \(name) <subcommand>\n  See '\(name) --help' for more information."

  /// What to say of a word that stands where a subcommand should; the parser suggests spellings of options only.
  ///
  /// - Parameter message: what the parser says, which ends with the usage.
  private static func unknownCommand(
    in words: [String], of command: any ParsableCommand.Type, _ message: String
  ) -> String? {
    let subcommands = command.configuration.subcommands
    guard !subcommands.isEmpty, let word = words.first, !word.hasPrefix("-"), word != "help" else {
      return nil
    }
    let names = subcommands.compactMap { $0.configuration.commandName }
    if let known = names.firstIndex(of: word) {
      return unknownCommand(in: Array(words.dropFirst()), of: subcommands[known], message)
    }
    let nearest = nearestSpelling(to: word, among: names).map { ". Did you mean '\($0)'?" } ?? ""
    let usage = message.split(separator: "\n", omittingEmptySubsequences: false).drop {
      !$0.hasPrefix("Usage:")
    }
    return (["Error: There is no command '\(word)'\(nearest)"] + usage).joined(separator: "\n")
  }
}
