import Diagnostics
import DocumentSchema
import YAMLSyntax

/// Puts the entries of overlays into a catalog, and finds what does not fit.
struct OverlayComposer {
  /// The catalog without overlays, by path.
  let base: [String: CatalogFile]
  let overlays: [Overlay]
  /// What the overlays do; files that cannot be read are left out.
  private(set) var changes: [OverlayFile] = []
  /// The paths of files that have errors.
  private(set) var broken: Set<String> = []
  /// Entries that have errors.
  private var brokenEntries: [CatalogFile] = []

  init(_ base: [CatalogFile], _ overlays: [Overlay]) {
    self.base = Dictionary(base.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    self.overlays = overlays
  }

  /// Reads the files of all overlays.
  mutating func compose(into bag: inout DiagnosticBag) {
    for overlay in overlays {
      check(overlay, into: &bag)
      let files = overlay.files.filter { $0.path != OverlayShape.aboutFile }
      let strays = files.filter { !CatalogCheck.folders.contains($0.folder) }
      StrayFiles(whole: "an overlay").report(strays, into: &bag) { file in
        guard CatalogCheck.topFiles.contains(file.path) else { return nil }
        return "Requirements and roles are those of the catalog; --catalog reads another one"
      }
      for file in files where CatalogCheck.folders.contains(file.folder) {
        if let change = read(file, into: &bag) {
          changes.append(change)
        } else {
          broken.insert(file.path)
          if [.add, .override].contains(OverlayFile(file).action) { brokenEntries.append(file) }
        }
      }
    }
    checkContradictions(into: &bag)
  }

  /// The files of the catalog with those that the overlays add and replace, and without those that they
  /// disable.
  var files: [CatalogFile] {
    var files = base
    for change in changes {
      switch change.action {
      case .add, .override: files[change.path] = change.file
      case .disable: files[change.path] = nil
      case .adjust, .ban: break
      }
    }
    for file in brokenEntries { files[file.path] = file }
    return files.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The paths of the entries that are left out, which others may still name.
  var disabled: Set<String> { Set(changes.filter { $0.action == .disable }.map(\.path)) }

  /// The files that change entries without being one.
  var edits: [CatalogFile] {
    changes.filter { [.adjust, .disable, .ban].contains($0.action) }.map(\.file)
  }

  var record: OverlayRecord {
    OverlayRecord(overlays: overlays.map(\.name), changes: changes.map(\.change))
  }

  // MARK: Files

  private func check(_ overlay: Overlay, into bag: inout DiagnosticBag) {
    guard let about = overlay.about else {
      // One that is there and is no YAML has been reported.
      guard !bag.hasError(inFile: overlay.folder + "/" + OverlayShape.aboutFile) else { return }
      let message = "The overlay in \(overlay.folder) has no file '\(OverlayShape.aboutFile)'"
      return bag.add(
        Diagnostic(
          .missingOverlayFile, message, at: overlay.files.first?.tree.root.location,
          notes: ["It holds 'overlay: 1', an 'id' and a 'title'"]))
    }
    OverlayShape.about.check(about.tree.root, into: &bag)
  }

  private func read(_ file: CatalogFile, into bag: inout DiagnosticBag) -> OverlayFile? {
    let change = OverlayFile(file)
    guard let shape = OverlayShape.shape(of: change.action, in: change.folder) else {
      report(impossible: change, into: &bag)
      return nil
    }
    var own = DiagnosticBag()
    shape.check(file.tree.root, into: &own)
    let isKnown = base[change.path] != nil
    // That the digest is missing is said with the digest where there is one.
    for finding in own.diagnostics where !isKnown || finding.id != .missingDigest { bag.add(finding) }
    checkTarget(of: change, into: &bag)
    return own.hasErrors ? nil : change
  }
}
