import ArgumentParser

/// `bascule catalog`
struct CatalogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog", _superCommandName: Bascule.name,
    abstract: "Read and check the encoded knowledge.",
    subcommands: [
      CatalogExportCommand.self, CatalogLintCommand.self, CatalogListCommand.self, CatalogMatrixCommand.self,
      CatalogShowCommand.self,
      CatalogTestCommand.self,
    ])
}
