package import CatalogModel
import Diagnostics
import Packing
import YAMLSyntax

/// The catalog as it was when the program was built.
package enum EmbeddedCatalog {
  /// Its files, by their paths below `catalog/`.
  package static var files: [CatalogFile] {
    forest.trees.map { tree in
      CatalogFile(path: String(tree.file.name.dropFirst("catalog/".count)), tree: tree)
    }
  }

  package static var digest: String { embeddedCatalogDigest }

  /// What a decision needs and its decision table, as the build prepared them.
  package static func open() -> Catalog {
    var pack = PackReader(embeddedPackedCatalog)
    return PackedCatalog.read(from: &pack, forest)
  }

  /// The entries with examples and scenarios; the build checked them.
  package static func read(_ scope: CatalogReader.Scope = .whole) -> Catalog {
    var bag = DiagnosticBag()
    let catalog = CatalogReader.read(files, digest: digest, scope: scope, into: &bag)
    precondition(bag.isEmpty, "the build embedded a catalog with errors")
    return catalog
  }

  private static var forest: YAMLForest {
    guard let forest = YAMLForest(embedded: embeddedCatalog) else {
      preconditionFailure("the build embedded no catalog")
    }
    return forest
  }
}
