package import Diagnostics
import YAMLSyntax

extension DiagnosticID {
  package static let retiredID: DiagnosticID = "catalog/retired-id"
  package static let cyclicReplacement: DiagnosticID = "catalog/cyclic-replacement"
}

extension CatalogCheck {
  /// An id that an entry replaces is gone for good: nothing has it any more, and one entry alone replaces it.
  func checkRetired(into bag: inout DiagnosticBag) {
    var first: [String: YAMLNode] = [:]
    let successors = successors
    for file in files {
      for node in file.tree.root["replaces"].map({ Array($0.elements) }) ?? [] {
        guard let id = node.text else { continue }
        let key = file.folder + "/" + id
        if let other = first.updateValue(node, forKey: key) {
          report("'\(id)' is replaced by two entries", node, other, "the other", into: &bag)
        }
        if let way = Self.way(from: key, to: "\(file.folder)/\(file.stem)", successors) {
          report(cycle: [file.stem, id] + way, node, into: &bag)
        } else if let other = files.first(where: { $0.path == key + ".yaml" }) {
          report("'\(id)' is replaced, but still there", node, other.tree.root, "it", into: &bag)
        }
      }
    }
  }

  /// What each entry replaces, by folder and id.
  private var successors: [String: [String]] {
    let pairs = files.map { file in
      let ids = file.tree.root["replaces"].map { $0.elements.compactMap(\.text) } ?? []
      return ("\(file.folder)/\(file.stem)", ids.map { "\(file.folder)/\($0)" })
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// The ids on the way from one entry over what it replaces to another, the first left out; `nil` where
  /// there is no way.
  private static func way(from start: String, to end: String, _ replaced: [String: [String]]) -> [String]? {
    if start == end { return [] }
    var (seen, waiting): (Set<String>, [[String]]) = ([start], [[start]])
    while !waiting.isEmpty {
      let path = waiting.removeFirst()
      for next in replaced[path.last ?? ""] ?? [] where seen.insert(next).inserted {
        if next == end {
          return (path.dropFirst() + [next]).map { String($0.split(separator: "/").last ?? "") }
        }
        waiting.append(path + [next])
      }
    }
    return nil
  }

  private func report(cycle ids: [String], _ node: YAMLNode, into bag: inout DiagnosticBag) {
    let links = ids.dropFirst().map { "'\($0)'" }.joined(separator: ", which replaces ")
    bag.add(Diagnostic(.cyclicReplacement, "'\(ids[0])' replaces \(links)", at: node.location))
  }

  private func report(
    _ message: String, _ node: YAMLNode, _ other: YAMLNode, _ label: String, into bag: inout DiagnosticBag
  ) {
    bag.add(
      Diagnostic(
        .retiredID, message, at: node.location, secondary: [.init(other.location, label)]))
  }
}
