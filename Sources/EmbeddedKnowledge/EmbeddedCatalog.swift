package import CatalogModel
import Diagnostics
import YAMLSyntax

/// The catalog as it was when the program was built.
package enum EmbeddedCatalog {
  /// Its files, by their paths below `catalog/`.
  package static var files: [CatalogFile] {
    guard let forest = YAMLForest(embedded: embeddedCatalog) else {
      preconditionFailure("the build embedded no catalog")
    }
    return forest.trees.map { tree in
      CatalogFile(path: String(tree.file.name.dropFirst("catalog/".count)), tree: tree)
    }
  }

  package static var digest: String { embeddedCatalogDigest }

  /// The entries, which the build checked.
  package static func read(_ scope: CatalogReader.Scope = .deciding) -> Catalog {
    var bag = DiagnosticBag()
    let catalog = CatalogReader.read(files, digest: digest, scope: scope, into: &bag)
    precondition(bag.isEmpty, "the build embedded a catalog with errors")
    return catalog
  }
}
