import CatalogModel
import DocumentSchema
import Diagnostics
import Requirements
import Workspace
import YAMLSyntax

/// Loads the profiles that a command was given.
struct ProfileLoader {
  let catalog: Catalog
  private let shape: ProfileShape
  private let reader: ProfileReader

  init(catalog: Catalog) {
    self.catalog = catalog
    shape = ProfileShape(catalog)
    reader = ProfileReader(vocabulary: catalog.vocabulary)
  }

  /// The files that the paths name; a folder stands for the YAML files below it.
  static func files(at paths: [String]) throws(LoadFailure) -> [String] {
    var files: [String] = []
    for path in paths {
      if path == SourceFile.standardInputPath {
        files.append(path)
        continue
      }
      do throws(LoadFailure) {
        files += try FolderListing.list(path).files
      } catch {
        guard case .notAFolder = error else { throw error }
        files.append(path)
      }
    }
    return files
  }

  /// The profile in a file; `nil` when it has errors.
  func load(_ path: String, into bag: inout DiagnosticBag) throws(LoadFailure) -> Profile? {
    var own = DiagnosticBag()
    defer { bag.add(contentsOf: own) }
    guard let tree = YAMLTree.parse(try SourceFile.load(path), into: &own) else { return nil }
    shape.shape.check(tree.root, into: &own)
    guard !own.hasErrors else { return nil }
    let profile = reader.read(tree)
    ProfileCheck.run(profile, catalog, into: &own)
    return own.hasErrors ? nil : profile
  }
}
