package import CatalogModel
package import Diagnostics
package import Foundation
import YAMLSyntax

/// The files of this repository, as tests read them.
package enum Repository {
  /// The folder that holds Package.swift.
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Where a path from the root lies on this machine.
  package static func url(of path: String) -> URL { root.appending(path: path) }

  /// The paths of the files below a folder of the repository, relative to that folder and sorted.
  package static func paths(below folder: String) -> [String] {
    let base = root.appending(path: folder)
    let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
    return names.filter { name in
      let attributes = try? FileManager.default.attributesOfItem(atPath: base.appending(path: name).path)
      return attributes?[.type] as? FileAttributeType == .typeRegular
    }.sorted()
  }

  /// A file of the repository under its path from the root.
  package static func file(_ path: String) throws -> SourceFile {
    SourceFile(name: path, contents: Array(try Data(contentsOf: root.appending(path: path))))
  }

  /// The files of `catalog/`, parsed.
  package static func catalogFiles(into bag: inout DiagnosticBag) throws -> [CatalogFile] {
    try paths(below: "catalog").filter { $0.hasSuffix(".yaml") }.compactMap { path in
      YAMLTree.parse(try file("catalog/" + path), into: &bag).map { CatalogFile(path: path, tree: $0) }
    }
  }

  /// The shipped catalog with its examples and scenarios.
  package static func catalog() throws -> Catalog {
    var bag = DiagnosticBag()
    return CatalogReader.read(try catalogFiles(into: &bag), digest: "sha256:test", into: &bag)
  }
}
