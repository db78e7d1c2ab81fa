package import Diagnostics
import Requirements
import YAMLSyntax

extension DiagnosticID {
  package static let misplacedMinimum: DiagnosticID = "catalog/misplaced-minimum"
}

extension CatalogCheck {
  /// The least of an answer gives the least of a demand, against an allowance that it leaves alone.
  func checkMinimums(of limit: Limit, _ root: YAMLNode, into bag: inout DiagnosticBag) {
    for entry in root["at-least"].map({ Array($0.entries) }) ?? [] {
      guard let name = entry.key.text, let index = catalog.vocabulary.index(named: name),
        let complaint = complaint(about: index, in: limit)
      else { continue }
      bag.add(Diagnostic(.misplacedMinimum, "'\(name)' \(complaint)", at: entry.key.location))
    }
  }

  private func complaint(about requirement: Int, in limit: Limit) -> String? {
    guard catalog.vocabulary[requirement].type.isQuantity else { return "is no quantity and has no least" }
    let amounts = limit.demands.map(\.amount).filter { $0.requirements.contains(requirement) }
    guard !amounts.isEmpty else { return "is not part of any demand of '\(limit.id)'" }
    guard amounts.allSatisfy(\.neverFalls) else {
      return "may lower a demand of '\(limit.id)' where it is more"
    }
    let allowed = limit.allowances.map(\.amount) + [limit.addOn?.grant?.adds].compactMap { $0 }
    guard !allowed.contains(where: { $0.requirements.contains(requirement) }) else {
      return "has a least in '\(limit.id)', so that no allowance may rest on it"
    }
    return nil
  }
}
