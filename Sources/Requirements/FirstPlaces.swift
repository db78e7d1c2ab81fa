import YAMLSyntax

/// The places where texts stand first, to find those that stand twice.
struct FirstPlaces {
  /// Up to so many texts, comparing all with all is faster than a table.
  private static let few = 16

  private var places: [YAMLView] = []
  /// The places by their texts, once there are many.
  private var table: [String: YAMLView] = [:]

  /// Where the text of a scalar stood before; `nil` where it is new, and for a collection.
  mutating func place(before node: YAMLView) -> YAMLView? {
    guard node.kind == .scalar else { return nil }
    guard places.count == Self.few else {
      if let other = places.first(where: node.hasSameText) { return other }
      places.append(node)
      return nil
    }
    if table.isEmpty { for place in places { table[place.text ?? ""] = place } }
    let text = node.text ?? ""
    if let other = table[text] { return other }
    table[text] = node
    return nil
  }
}
