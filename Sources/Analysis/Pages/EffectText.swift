import CatalogModel

/// Puts effects of rules into words.
enum EffectText {
  static func text(of effect: Effect) -> String {
    switch effect {
    case .exclude(let ids): "excludes \(list(ids))"
    case .require(let ids): "requires \(list(ids, "or"))"
    case .prefer(let ids, let points): "prefers \(list(ids)) by \(points)"
    case .avoid(let ids, let points): "avoids \(list(ids)) by \(points)"
    case .oblige(let practice, let on): "obliges \(practice)\(suffix(on))"
    case .warn(let message, let on): "warns\(suffix(on)): \(message)"
    }
  }

  /// What a rule does to one candidate; empty where it does nothing.
  static func texts(of rule: Rule, on id: String) -> [String] {
    rule.effects.compactMap { effect in
      switch effect {
      case .exclude(let ids): ids.contains(id) ? "excludes it" : nil
      case .require(let ids): ids.contains(id) ? "requires \(ids == [id] ? "it" : list(ids, "or"))" : nil
      case .prefer(let ids, let points): ids.contains(id) ? "prefers it by \(points)" : nil
      case .avoid(let ids, let points): ids.contains(id) ? "avoids it by \(points)" : nil
      case .oblige(let practice, let on): on.contains(id) ? "obliges \(practice) with it" : nil
      case .warn(_, let on): on.contains(id) ? "warns of it" : nil
      }
    }
  }

  private static func suffix(_ on: [String]) -> String { on.isEmpty ? "" : " with \(list(on, "or"))" }

  private static func list(_ ids: [String], _ word: String = "and") -> String {
    guard ids.count > 1, let last = ids.last else { return ids.first ?? "" }
    return ids.dropLast().joined(separator: ", ") + " \(word) " + last
  }
}
