package import ArgumentParser
import Glibc

/// The command and its subcommands.
package struct Bascule: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "bascule",
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
      var command = try parseAsRoot()
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

  /// Help and version are answers; everything else that the parser throws is wrong usage.
  private static func end(with error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    if code.isSuccess {
      try? Console(color: .auto).write(message.isEmpty ? "" : message + "\n")
      Glibc.exit(ExitStatus.done.rawValue)
    }
    if !message.isEmpty { Console(color: .auto).tell(message + "\n") }
    Glibc.exit(code == .validationFailure ? ExitStatus.invalidInput.rawValue : code.rawValue)
  }
}
