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
    StrayFiles(whole: "a catalog").report(files.filter { !Self.hasPlace($0) }, into: &bag)
    for file in files {
      guard Self.folders.contains(file.folder), let id = file.tree.root["id"], let text = id.text else {
        continue
      }
      if text != file.stem {
        let message = "the id '\(text)' differs from the file's name '\(file.stem).yaml'"
        bag.add(Diagnostic(.misnamedEntry, message, at: id.location))
      }
    }
    checkUniqueCandidates(into: &bag)
  }

  private static func hasPlace(_ file: CatalogFile) -> Bool {
    file.folder.isEmpty ? topFiles.contains(file.path) : folders.contains(file.folder)
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
