/// The types of fields of change events that carry several fields of the record.
package struct CompoundTypes: Sendable, Hashable {
  /// Those with the fewest parts first.
  let types: [CompoundType]

  package init(_ types: [CompoundType] = []) {
    self.types = types.sorted { ($0.parts.count, $0.name) < ($1.parts.count, $1.name) }
  }

  /// Where the event carries each of an object's fields; `nil` for one that it carries by its own name.
  func places(of fields: [String], in object: String) -> [CompoundField?] {
    let types = types.filter { $0.exists(in: object) }
    let possible = fields.map { field in types.compactMap { $0.place(of: field) } }
    let wholes = Dictionary(grouping: possible.joined()) { $0.name.lowercased() }
    return possible.map { places in
      guard let place = places.first, let all = wholes[place.name.lowercased()], let first = all.first else {
        return nil
      }
      let type = Self.type(of: all, among: types)
      guard let own = places.first(where: { $0.type == type }) else { return nil }
      return CompoundField(name: first.name, type: own.type, component: own.component)
    }
  }

  /// The type with the most of the parts of one whole.
  private static func type(of parts: [CompoundField], among types: [CompoundType]) -> String? {
    let names = types.map(\.name)
    let counts = names.map { name in parts.count { $0.type == name } }
    return counts.max().flatMap(counts.firstIndex).map { names[$0] }
  }
}
