import CatalogModel
import Requirements

/// Puts the differences of two catalogs into words.
enum CatalogText {
  /// One line; the same version may hold something else.
  static func message(from old: Catalog, to new: Catalog) -> String {
    let (before, after) = ("\(old.id) \(old.version)", "\(new.id) \(new.version)")
    guard before == after else { return "another catalog decides: \(before) becomes \(after)" }
    return switch (old.overlays == nil, new.overlays == nil) {
    case (true, true): "the catalog \(after) holds something else"
    case (true, false): "an overlay changes the catalog \(after) now"
    case (false, true): "no overlay changes the catalog \(after) any more"
    case (false, false): "the catalog \(after) or its overlays hold something else"
    }
  }

  /// The ids of what is new, gone and different, a line for each kind of entry.
  static func changes(from old: Catalog, to new: Catalog) -> [String] {
    [
      line("rules", Array(old.rules), Array(new.rules), \.id) {
        $0.when == $1.when && $0.effects == $1.effects
      },
      line("patterns", old.candidates(of: .pattern), new.candidates(of: .pattern), \.id) {
        $0.roles == $1.roles
      },
      line("topologies", old.candidates(of: .topology), new.candidates(of: .topology), \.id) {
        $0.roles == $1.roles
      },
      line("technologies", old.candidates(of: .technology), new.candidates(of: .technology), \.id) {
        $0.facts == $1.facts
      },
      line("limits", Array(old.limits), Array(new.limits), \.id) {
        $0.allowances == $1.allowances && $0.demands == $1.demands && $0.bindings == $1.bindings
          && $0.when == $1.when
      },
      line("requirements", old.vocabulary.requirements, new.vocabulary.requirements, \.id.description) {
        $0.type == $1.type
      },
    ].compactMap { $0 }
  }

  private static func line<Entry>(
    _ what: String, _ old: [Entry], _ new: [Entry], _ id: (Entry) -> String, _ isSame: (Entry, Entry) -> Bool
  ) -> String? {
    let before = Dictionary(old.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
    let parts = Set(before.keys).union(after.keys).sorted().compactMap { key -> String? in
      switch (before[key], after[key]) {
      case (nil, _): "+\(key)"
      case (_, nil): "−\(key)"
      case (let one?, let other?): isSame(one, other) ? nil : "~\(key)"
      }
    }
    return parts.isEmpty ? nil : "\(what): " + parts.joined(separator: ", ")
  }
}
