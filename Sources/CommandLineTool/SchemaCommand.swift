import ArgumentParser
import CatalogModel
import DesignModel
import DocumentSchema
import JSONSyntax
import Requirements
import Review

/// `bascule schema`
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", _superCommandName: Bascule.name,
    abstract: "Print the JSON Schema of profiles, for editors and CI.",
    discussion: """
      The schema knows the words of the catalog, so it is that of the workspace and the catalog that the program \
      runs with; BASCULE_CATALOG names another catalog.
      """)

  @Flag(help: "Print the schema of the workspace file, bascule.yaml, instead.")
  var workspace = false

  @Flag(help: "Print the schema of the files of a catalog instead, with a definition for each kind of file.")
  var catalog = false

  @Flag(help: "Print the schema of the files of an overlay instead, likewise.")
  var overlay = false

  @Flag(help: "Print the schema of what diff --format json says instead.")
  var diff = false

  @OptionGroup var output: ConsoleOptions

  func validate() throws {
    guard [workspace, catalog, overlay, diff].count(where: { $0 }) > 1 else { return }
    throw ValidationError("--workspace, --catalog, --overlay and --diff exclude each other")
  }

  func run() throws {
    let console = output.console
    let schema = try diff ? Self.reviewSchema : catalog || overlay ? schemaOfFiles : schemaOfWords(console)
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

  private var schemaOfFiles: JSONValue {
    guard overlay else {
      return CatalogShape.anyFile.jsonSchema(id: Self.id("catalog"), title: "A file of a Bascule catalog")
    }
    return OverlayShape.anyFile.jsonSchema(id: Self.id("overlay"), title: "A file of a Bascule overlay")
  }

  private static var reviewSchema: JSONValue {
    ReviewSchema.shape.jsonSchema(id: id("design-review"), title: "A review of designs by Bascule")
  }

  private static func id(_ name: String) -> String { "https://bascule.dev/schema/\(name)-1.json" }
}
