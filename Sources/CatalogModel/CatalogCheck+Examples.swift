import Diagnostics
import Requirements
import YAMLSyntax

extension CatalogCheck {
  func checkExamples(into bag: inout DiagnosticBag) {
    for rule in catalog.rules { check(rule.examples, of: rule.id, "rules", rule.when, into: &bag) }
    for antiPattern in catalog.antiPatterns {
      check(antiPattern.examples, of: antiPattern.id, "anti-patterns", antiPattern.when, into: &bag)
    }
  }

  private func check(
    _ examples: [RuleExample], of id: String, _ folder: String, _ when: Predicate,
    into bag: inout DiagnosticBag
  ) {
    guard let root = root(of: id, in: folder) else { return }
    let needed: [Truth] = when.tests.isEmpty ? [.yes] : [.yes, .no]
    for truth in needed where !examples.contains(where: { $0.expect == truth }) {
      let message = "'\(id)' has no example that \(Self.word(truth))"
      bag.add(Diagnostic(.missingExample, message, at: (root["examples"] ?? root).location))
    }
    let nodes = root["examples"].map { Array($0.elements) } ?? []
    for (example, node) in zip(examples, nodes) {
      let actual = when.evaluate(example.given)
      guard actual != example.expect else { continue }
      let message =
        "this example of '\(id)' \(Self.word(actual)), where it should say '\(Self.word(example.expect))'"
      bag.add(Diagnostic(.exampleFails, message, at: node.location))
    }
  }

  static func word(_ truth: Truth) -> String {
    switch truth {
    case .yes: "fires"
    case .no: "rests"
    case .unknown: "is unknown"
    }
  }

  func root(of id: String, in folder: String) -> YAMLNode? {
    files.first {
      $0.folder == folder && $0.tree.root["id"]?.textEquals(id) == true && !broken.contains($0.path)
    }?.tree.root
  }

  func checkDerivations(into bag: inout DiagnosticBag) {
    for derivation in catalog.derivations {
      guard let root = root(of: derivation.id, in: "derivations") else { continue }
      let nodes = root["examples"].map { Array($0.elements) } ?? []
      for (example, node) in zip(derivation.examples, nodes)
      where derivation.evaluate(example.given) != example.expect {
        bag.add(
          Diagnostic(.exampleFails, "this example of '\(derivation.id)' does not hold", at: node.location))
      }
      if reaches(derivation.derives, from: derivation.restsOn) {
        let name = catalog.vocabulary[derivation.derives].id
        bag.add(
          Diagnostic(.cyclicDerivation, "'\(name)' is derived, in the end, from itself", at: root.location))
      }
    }
  }

  /// Whether a requirement is among those that others rest on, directly or through derivations.
  private func reaches(_ target: Int, from start: Set<Int>) -> Bool {
    var (seen, waiting) = (start, Array(start))
    while let requirement = waiting.popLast() {
      if requirement == target { return true }
      for derivation in catalog.derivations where derivation.derives == requirement {
        let new = derivation.restsOn.subtracting(seen)
        seen.formUnion(new)
        waiting += new
      }
    }
    return false
  }
}
