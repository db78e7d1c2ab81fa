import Diagnostics
import YAMLSyntax

extension CatalogCheck {
  /// The folders of a catalog, and the files at its top.
  package static let folders = [
    "anti-patterns", "constraints", "contradictions", "derivations", "limits", "patterns", "practices",
    "rules", "scenarios", "sources", "technologies", "topologies",
  ]
  package static let topFiles = ["catalog.yaml", "roles.yaml", "vocabulary.yaml"]

  func checkNames(into bag: inout DiagnosticBag) {
    // One that is there and is no YAML has been reported.
    for name in Self.topFiles
    where !files.contains(where: { $0.path == name }) && !bag.hasError(inFile: name) {
      bag.add(Diagnostic(.missingFile, "the catalog has no file '\(name)'"))
    }
    for file in files {
      checkPlace(of: file, into: &bag)
      guard !file.folder.isEmpty, let id = file.tree.root["id"], let text = id.text else { continue }
      if text != file.stem {
        let message = "the id '\(text)' differs from the file's name '\(file.stem).yaml'"
        bag.add(Diagnostic(.misnamedEntry, message, at: id.location))
      }
    }
    checkUniqueCandidates(into: &bag)
  }

  private func checkPlace(of file: CatalogFile, into bag: inout DiagnosticBag) {
    let isKnown = file.folder.isEmpty ? Self.topFiles.contains(file.path) : Self.folders.contains(file.folder)
    guard !isKnown else { return }
    let expected = Self.folders.map { $0 + "/" }.joined(separator: ", ")
    bag.add(
      Diagnostic(
        .strayFile, "'\(file.path)' is no file of a catalog", at: file.tree.root.location,
        notes: ["entries stand in \(expected)"]))
  }

  /// Rules name candidates without their kind, so no two kinds may share an id.
  private func checkUniqueCandidates(into bag: inout DiagnosticBag) {
    var first: [String: CatalogFile] = [:]
    for file in files where ["patterns", "topologies", "technologies"].contains(file.folder) {
      guard let other = first[file.stem] else {
        first[file.stem] = file
        continue
      }
      bag.add(
        Diagnostic(
          .duplicateID, "'\(file.stem)' names two candidates", at: file.tree.root.location,
          secondary: [.init(other.tree.root.location, "the other")]))
    }
  }

  func checkOrders(into bag: inout DiagnosticBag) {
    for folder in ["patterns", "topologies", "technologies"] {
      var first: [String: YAMLNode] = [:]
      for file in files where file.folder == folder {
        guard let order = file.tree.root["order"], let text = order.text else { continue }
        if let other = first[text] {
          bag.add(
            Diagnostic(
              .duplicateOrder,
              "two entries of \(folder) have the order \(text), so a tie would have no answer",
              at: order.location, secondary: [.init(other.location, "the other")]))
        } else {
          first[text] = order
        }
      }
    }
  }
}
