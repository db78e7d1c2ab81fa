package import Diagnostics
package import Generation

extension TargetFolder {
  /// Decides what writing the given files into this target would do; `nil`, with the reasons in `bag`,
  /// where its manifest cannot be trusted.
  package func plan(
    _ files: [GeneratedFile], into bag: inout DiagnosticBag
  ) throws(TargetFailure) -> WritePlan? {
    var manifest: Manifest?
    if let file = try manifestFile() {
      guard let known = Manifest.read(file, into: &bag) else { return nil }
      manifest = known
    }
    let paths = WritePlan.paths(of: files, and: manifest)
    return WritePlan.plan(files: files, manifest: manifest, existing: try existing(at: paths))
  }
}
