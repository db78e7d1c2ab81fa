import CatalogModel
import Generation

/// The generators of one side, one for each catalog.
struct SideGenerators {
  private let templates: SideTemplates
  /// By the digest of the catalog.
  private var generators: [String: Generator] = [:]

  init(_ templates: SideTemplates) { self.templates = templates }

  /// The generator of what is decided with a catalog.
  ///
  /// - Throws: `ExitStatus` after the reason was shown.
  mutating func generator(_ catalog: Catalog) throws -> Generator {
    if let generator = generators[catalog.digest] { return generator }
    let generator = Generator(
      templates: try templates.load(catalog), catalog: catalog,
      identity: GeneratorIdentity(version: ToolVersion.text))
    generators[catalog.digest] = generator
    return generator
  }
}
