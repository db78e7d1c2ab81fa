import ArgumentParser
import CatalogModel
import DesignModel
import DocumentSchema
import JSONSyntax
import Requirements

/// `bascule schema`
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of profiles, for editors and CI.",
    discussion: """
      The schema knows the words of the catalog, so it is that of the workspace and the catalog that the program \
      runs with; BASCULE_CATALOG names another catalog.
      """)

  @Flag(help: "Print the schema of the workspace file, bascule.yaml, instead.")
  var workspace = false

  @Flag(help: "Print the schema of the files of a catalog instead, with a definition for each kind of file.")
  var catalog = false

  @OptionGroup var output: ConsoleOptions

  func validate() throws {
    if workspace && catalog { throw ValidationError("--workspace and --catalog exclude each other") }
  }

  func run() throws {
    let console = output.console
    let schema = catalog ? Self.catalogSchema : try schemaOfWords(console)
    try console.write(schema.rendered(indent: 2) + "\n")
  }

  private func schemaOfWords(_ console: Console) throws -> JSONValue {
    let loader = WorkspaceLoader(options: try KnowledgeOptions.parse([]), console: console)
    let profile = ProfileShape(try loader.knowledgeHere().catalog)
    guard workspace else {
      return profile.shape.jsonSchema(id: Self.id("profile"), title: "A Bascule profile")
    }
    return WorkspaceShape(profile).shape.jsonSchema(id: Self.id("workspace"), title: "A Bascule workspace")
  }

  private static var catalogSchema: JSONValue {
    CatalogShape.anyFile.jsonSchema(id: id("catalog"), title: "A file of a Bascule catalog")
  }

  private static func id(_ name: String) -> String { "https://bascule.dev/schema/\(name)-1.json" }
}
