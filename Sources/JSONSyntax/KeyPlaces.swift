/// Where each key of an object was given first.
struct KeyPlaces {
  /// Few keys are compared one by one, which is faster than a table.
  private static let few = 16

  private var keys: [(key: String, place: Range<Int>)] = []
  private var table: [String: Range<Int>] = [:]

  /// Notes a key; where it was given before, if it was.
  mutating func add(_ key: String, at place: Range<Int>) -> Range<Int>? {
    if keys.count < Self.few {
      if let first = keys.first(where: { $0.key == key }) { return first.place }
      keys.append((key, place))
      return nil
    }
    if table.isEmpty { for (key, place) in keys { table[key] = place } }
    if let first = table[key] { return first }
    table[key] = place
    return nil
  }
}
