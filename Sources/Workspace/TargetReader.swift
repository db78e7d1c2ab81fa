package import Diagnostics
package import Generation

/// What can be asked about a target while a plan is made.
package protocol TargetReader: ~Copyable {
  /// The manifest of the target, if it has one.
  func manifestFile() throws(TargetFailure) -> SourceFile?
  /// What lies at the given paths, at the folders on the way to them, and beside them under a name that
  /// differs only in case.
  func existing(at paths: Set<RelativePath>) throws(TargetFailure) -> [RelativePath: ExistingEntry]
  /// What a plan may ask for besides.
  func support(mergingBy merger: @escaping LineMerger) throws(TargetFailure) -> PlanSupport
}

/// A manifest, and the text that it was read from.
package struct ReadManifest: Sendable {
  package let manifest: Manifest
  let contents: [UInt8]
}

/// Merges three texts line by line.
package typealias LineMerger = (LineMerge) -> LineMerge.Outcome

extension TargetReader where Self: ~Copyable {
  /// The manifest; `nil`, with the reasons in `bag`, where it cannot be trusted.
  package func manifest(
    readBefore: ReadManifest? = nil, into bag: inout DiagnosticBag
  ) throws(TargetFailure) -> Manifest? {
    guard let file = try manifestFile() else { return Manifest() }
    if let readBefore, readBefore.contents == file.contents { return readBefore.manifest }
    return Manifest.read(file, into: &bag)
  }

  /// Decides what writing the files of a profile's design into this target would do; `nil`, with the reasons in `bag`,
  /// where its manifest cannot be trusted.
  package func plan(
    _ files: [GeneratedFile], of profile: String? = nil, formats: FormatFacts = FormatFacts(),
    readBefore: ReadManifest? = nil, choices: PlanChoices = PlanChoices(),
    mergingBy merger: @escaping LineMerger = GitMerge.merge, into bag: inout DiagnosticBag
  ) throws(TargetFailure) -> WritePlan? {
    guard let manifest = try manifest(readBefore: readBefore, into: &bag) else { return nil }
    let paths = WritePlan.paths(of: files, and: manifest)
    return WritePlan.plan(
      files: files, of: profile, formats: formats, manifest: manifest,
      existing: try existing(at: paths), choices: choices, support: try support(mergingBy: merger))
  }
}
