import ArgumentParser
import CatalogModel
import Diagnostics
import DocumentSchema
import EmbeddedKnowledge
import JSONSyntax
import Reporting
import Workspace
import YAMLSyntax

/// `bascule catalog export`
struct CatalogExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the built-in catalog to a new folder, to be read with --catalog.",
    discussion: """
      Every file comes out as it is written, with its comments. A folder that holds anything is left as it is. \
      Without a folder, the entries are printed as one JSON document.
      """)

  @Argument(help: "The folder to make.", completion: .directory)
  var folder: String?

  @OptionGroup var output: ConsoleOptions

  func run() throws {
    guard let folder else { return try output.console.write(Self.document.rendered(indent: 2) + "\n") }
    let files = EmbeddedCatalog.texts.map { (path: $0.path, contents: $0.file.contents) }
    do throws(ExportFailure) { try FolderExport.write(files, to: folder) } catch {
      output.console.fail(error.description)
      throw error.status
    }
    if !output.console.isQuiet { try output.console.write("\(folder): \(files.count) files written\n") }
  }

  /// The values of all files, by path.
  private static var document: JSONValue {
    let files = EmbeddedCatalog.files.sorted { $0.path < $1.path }
    return [
      "schema": "catalog/1", "digest": .string(EmbeddedCatalog.digest),
      "files": .object(files.map { JSONMember($0.path, $0.tree.root.jsonValue) }),
    ]
  }
}

extension ExportFailure {
  /// How a command ends that could not write its folder.
  var status: ExitStatus {
    switch self {
    case .occupied: .personNeeded
    case .refused: .environment
    }
  }
}
