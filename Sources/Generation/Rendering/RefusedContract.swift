import Diagnostics
import Requirements
import YAMLSyntax

/// A part of the contract that kinds cannot carry.
struct RefusedContract {
  let offence: ContractRefusal.Offence
  let kinds: [ArtifactKind]

  /// At the place where it is stated.
  func diagnostic(in profile: Profile) -> Diagnostic {
    let shown = kinds.prefix(3).map { "\($0.title) (\($0.id))" }.joined(separator: "; ")
    let more = kinds.count > 3 ? "; and \(kinds.count - 3) more" : ""
    return Diagnostic(
      .generationUnfitContract, "nothing can be generated for \(offence.text)", at: place(in: profile),
      notes: ["what cannot carry it: \(shown)\(more)"],
      fixes: [.init("change it, or decide for other technologies under 'decision'")])
  }

  private func place(in profile: Profile) -> SourceLocation {
    let start = profile.contractPlace ?? profile.file.location(ofBytes: 0..<0)
    guard let messages = profile.document?.root["contract"]?["messages"]?.elements.map({ $0 }),
      messages.indices.contains(offence.message)
    else { return start }
    var node = messages[offence.message]
    for step in offence.path {
      guard let next = step.node(below: node) else { break }
      node = next
    }
    return node.location
  }
}

extension ContractRefusal.Step {
  fileprivate func node(below node: YAMLNode) -> YAMLNode? {
    switch self {
    case .key(let key): return node[key]
    case .element(let index):
      let elements = node.elements.map { $0 }
      return elements.indices.contains(index) ? elements[index] : nil
    }
  }
}
