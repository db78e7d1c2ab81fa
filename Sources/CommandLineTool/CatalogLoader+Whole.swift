import Analysis
import CatalogModel
import Diagnostics
import EmbeddedKnowledge

extension CatalogLoader {
  /// The catalog with examples and scenarios, checked as a whole.
  ///
  /// - Throws: `ExitStatus` after the reason was shown.
  static func loadWhole(_ options: KnowledgeOptions, _ console: Console) throws -> Catalog {
    // A folder is always read whole.
    options.catalogFolder == nil ? EmbeddedCatalog.read() : try load(options, console)
  }

  /// What a name stands for: the first of its kinds, in the order of the kinds.
  ///
  /// - Throws: `ExitStatus` after the reason was shown.
  static func entry(named name: String, _ catalog: Catalog, _ console: Console) throws -> CatalogEntry {
    let entries = catalog.entries(named: name)
    if let entry = entries.first {
      for other in entries.dropFirst() {
        console.tell(
          "There is also a \(other.kind.rawValue) of this name: \(other.kind.rawValue):\(other.id)\n")
      }
      return entry
    }
    if let disabled = catalog.overlays?.changes.first(where: { $0.id == name && $0.kind == .disabled }) {
      let reason = disabled.because.map { ": \($0)" } ?? ""
      console.fail("'\(name)' is disabled by \(disabled.origin.file)\(reason)")
      throw ExitStatus.invalidInput
    }
    let help = NameHelp.text(for: name, among: catalog.entries.map(\.id))
    console.fail("there is nothing named '\(name)' in the catalog\(help)")
    throw ExitStatus.invalidInput
  }
}
