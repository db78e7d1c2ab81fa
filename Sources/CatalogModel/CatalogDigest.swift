package import Diagnostics
import Hashing

/// The digest of a catalog: of the names and contents of its files, in the order of their names.
package enum CatalogDigest {
  /// - Parameter files: paths below the catalog's folder, in any order.
  package static func digest(of files: [(path: String, file: SourceFile)]) -> String {
    let lines = files.sorted { $0.path < $1.path }.map { "\(Digest(of: $0.file.contents)) \($0.path)\n" }
    return Digest(of: Array(lines.joined().utf8)).description
  }

  /// The digest of a catalog with overlays, by the digests of each.
  package static func digest(of catalog: String, with overlays: [String]) -> String {
    Digest(of: Array(([catalog] + overlays.sorted()).joined(separator: "\n").utf8)).description
  }
}
