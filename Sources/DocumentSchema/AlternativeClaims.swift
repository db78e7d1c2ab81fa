import Diagnostics
import YAMLSyntax

/// Which of several mappings the keys of a node speak for, misspelt ones included.
struct AlternativeClaims {
  private let names: [Set<String>]
  private let keys: Set<String>

  init(_ node: YAMLNode, _ alternatives: [Shape]) {
    let ordered = alternatives.map(\.keyNames)
    let all = ordered.flatMap { $0 }
    names = ordered.map(Set.init)
    let known = Set(all)
    keys = Set(
      node.entries.compactMap(\.key.text).compactMap { key in
        known.contains(key) ? key : nearestSpelling(to: key, among: all)
      })
  }

  /// The greater, the likelier: a key that no other alternative has tells more than all others together.
  func rank(of alternative: Int) -> Int {
    let own = keys.intersection(names[alternative])
    let telling = own.count { key in names.count { $0.contains(key) } == 1 }
    return telling * (keys.count + 1) + own.count
  }
}

extension Shape {
  /// The keys of a mapping, in their order.
  fileprivate var keyNames: [String] {
    switch form {
    case .mapping(let mapping): mapping.keys.map(\.name)
    case .dictionary, .list, .enumeration, .text, .boolean, .integer, .constant, .choice, .anything,
      .reference:
      []
    }
  }
}
