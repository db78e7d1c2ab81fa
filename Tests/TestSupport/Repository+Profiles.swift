package import CatalogModel
import Diagnostics
import DocumentSchema
package import Requirements
import YAMLSyntax

extension Repository {
  /// The profiles below a folder of the repository, sorted by path; each has to be without a finding.
  package static func profiles(below folder: String, _ catalog: Catalog) throws -> [Profile] {
    let shape = ProfileShape(catalog).shape
    let reader = ProfileReader(vocabulary: catalog.vocabulary)
    return try paths(below: folder).filter { $0.hasSuffix(".yaml") }.map { path in
      var bag = DiagnosticBag()
      guard let tree = YAMLTree.parse(try file(folder + "/" + path), into: &bag) else {
        throw UnsoundProfile(path: path, findings: bag.sorted.map(\.message))
      }
      shape.check(tree.root, into: &bag)
      let profile = reader.read(tree)
      ProfileCheck.run(profile, catalog, into: &bag)
      guard bag.isEmpty else { throw UnsoundProfile(path: path, findings: bag.sorted.map(\.message)) }
      return profile
    }
  }

  /// A fixture that is no profile.
  private struct UnsoundProfile: Error {
    let path: String
    let findings: [String]
  }
}
