import Diagnostics
import YAMLSyntax

extension CatalogCheck {
  private static let candidateKinds: [Reference] = [.pattern, .topology, .technology]

  func checkReferences(into bag: inout DiagnosticBag) {
    for file in files {
      checkCitations(below: file.tree.root, into: &bag)
      let root = file.tree.root
      switch file.folder {
      case "patterns", "topologies", "technologies": checkCandidate(root, into: &bag)
      case "rules": checkEffects(of: root, into: &bag)
      case "anti-patterns": expectAll(root["recommended"], Self.candidateKinds, into: &bag)
      case "contradictions":
        expectAll(
          root["concerns"], Self.candidateKinds + [.practice, .antiPattern, .rule, .limit], into: &bag)
      case "scenarios": checkExpectation(root["expect"], into: &bag)
      case "limits":
        for row in root["demand"].map({ Array($0.elements) }) ?? [] {
          expectAll(row["for"], [.technology], into: &bag)
          expectAll(row["unless-beside"], [.technology], into: &bag)
        }
      default: break
      }
    }
  }

  private func checkCandidate(_ root: YAMLNode, into bag: inout DiagnosticBag) {
    for practice in root["practices"].map({ Array($0.elements) }) ?? [] {
      practice["id"].map { expect($0, [.practice], into: &bag) }
    }
    expectAll(root["limits"], [.limit], into: &bag)
    for role in root["roles"].map({ Array($0.elements) }) ?? [] {
      role["role"].map { expect($0, [.role], into: &bag) }
      expectAll(role["after"], [.technology], into: &bag)
      for rated in role["candidates"].map({ Array($0.elements) }) ?? [] {
        rated["id"].map { expect($0, [.technology], into: &bag) }
        checkRatings(rated, into: &bag)
      }
    }
  }

  /// Guides that disagree need a reason for the verdict; guides that agree need to agree with it.
  private func checkRatings(_ rated: YAMLNode, into bag: inout DiagnosticBag) {
    let ratings = rated["ratings"].map { Array($0.entries) } ?? []
    for rating in ratings { expectCitations(rating.key, into: &bag) }
    let words = Set(ratings.compactMap(\.value.text) + (ratings.isEmpty ? [] : [rated["fit"]?.text ?? ""]))
    guard (words.count > 1 || ratings.isEmpty) && rated["because"] == nil else { return }
    let message =
      ratings.isEmpty
      ? "a fit that no guide rates needs a reason" : "guides that disagree need a reason for the fit"
    bag.add(Diagnostic(.unexplainedRating, message, at: rated.location, fixes: [.init("add 'because: …'")]))
  }

  private func checkEffects(of root: YAMLNode, into bag: inout DiagnosticBag) {
    for effect in root["then"].map({ Array($0.elements) }) ?? [] {
      for key in ["exclude", "require", "prefer", "avoid", "on"] {
        expectAll(effect[key], Self.candidateKinds, into: &bag)
      }
      expectAll(effect["oblige"], [.practice], into: &bag)
    }
  }

  private func checkExpectation(_ node: YAMLNode?, into bag: inout DiagnosticBag) {
    guard let node else { return }
    if let pattern = node["pattern"], !pattern.textEquals("none") {
      expect(pattern, [.pattern, .topology], into: &bag)
    }
    expectAll(node["also-acceptable"], [.pattern, .topology], into: &bag)
    expectAll(node["technologies"], [.technology], into: &bag)
    expectAll(node["acceptable-technologies"], [.technology], into: &bag)
    expectAll(node["must-not"], Self.candidateKinds, into: &bag)
    expectAll(node["practices"], [.practice], into: &bag)
  }

  private func expectAll(_ node: YAMLNode?, _ kinds: [Reference], into bag: inout DiagnosticBag) {
    guard let node else { return }
    for element in node.kind == .sequence ? Array(node.elements) : [node] {
      expect(element, kinds, into: &bag)
    }
  }

  /// Every `source` and `status-source` of a file, however deep.
  func checkCitations(below node: YAMLNode, into bag: inout DiagnosticBag) {
    for entry in node.entries {
      if entry.key.textEquals("source") || entry.key.textEquals("status-source") {
        expectCitations(entry.value, into: &bag)
      } else {
        checkCitations(below: entry.value, into: &bag)
      }
    }
    for element in node.elements { checkCitations(below: element, into: &bag) }
  }
}
