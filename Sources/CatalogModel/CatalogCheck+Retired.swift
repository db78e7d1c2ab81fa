package import Diagnostics
import YAMLSyntax

extension DiagnosticID {
  package static let retiredID: DiagnosticID = "catalog/retired-id"
}

extension CatalogCheck {
  /// An id that an entry replaces is gone for good: nothing has it any more, and one entry alone replaces it.
  func checkRetired(into bag: inout DiagnosticBag) {
    var first: [String: YAMLNode] = [:]
    for file in files {
      for node in file.tree.root["replaces"].map({ Array($0.elements) }) ?? [] {
        guard let id = node.text else { continue }
        let key = file.folder + "/" + id
        if let other = first.updateValue(node, forKey: key) {
          report("'\(id)' is replaced by two entries", node, other, "the other", into: &bag)
        }
        if let other = files.first(where: { $0.path == key + ".yaml" }) {
          report("'\(id)' is replaced, but still there", node, other.tree.root, "it", into: &bag)
        }
      }
    }
  }

  private func report(
    _ message: String, _ node: YAMLNode, _ other: YAMLNode, _ label: String, into bag: inout DiagnosticBag
  ) {
    bag.add(
      Diagnostic(
        .retiredID, message, at: node.location, secondary: [.init(other.location, label)]))
  }
}
