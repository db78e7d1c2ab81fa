import ArgumentParser
import CatalogModel
import DocumentSchema
import JSONSyntax
import Requirements

/// `bascule schema`
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of profiles, for editors and CI.")

  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var output: ConsoleOptions

  func run() throws {
    let console = output.console
    let catalog = try CatalogLoader.load(knowledge, console)
    let schema = ProfileShape(catalog).shape.jsonSchema(
      id: "https://bascule.dev/schema/profile-1.json", title: "A Bascule profile")
    try console.write(schema.rendered(indent: 2) + "\n")
  }
}
