/// Named values, kept sorted by name: looked up by halving, listed in a written order.
package struct TemplateObject: Sendable, Hashable {
  private struct Entry: Sendable, Hashable {
    let name: String
    var value: TemplateValue
  }

  private var entries: [Entry] = []

  /// Room for the members that tell an element of a list its place.
  private static let spare = 4

  package init() {}

  /// Of several values under one name the last is kept.
  package init(_ members: [(String, TemplateValue)]) {
    entries.reserveCapacity(members.count + Self.spare)
    for (name, value) in members { put(value, under: name) }
  }

  /// The names, sorted.
  package var names: [String] { entries.map(\.name) }

  /// The value under a name; `nil` means that the name is absent, which is not the same as `null`.
  package subscript(name: String) -> TemplateValue? {
    get {
      let index = position(of: name)
      guard index < entries.count, entries[index].name == name else { return nil }
      return entries[index].value
    }
    set {
      if let newValue { return put(newValue, under: name) }
      let index = position(of: name)
      if index < entries.count, entries[index].name == name { entries.remove(at: index) }
    }
  }

  private mutating func put(_ value: TemplateValue, under name: String) {
    let index = position(of: name)
    if index < entries.count, entries[index].name == name {
      entries[index].value = value
    } else {
      insert(Entry(name: name, value: value), at: index)
    }
  }

  /// Takes in the members of another object; of two under one name the other's is kept.
  package mutating func merge(_ other: TemplateObject) {
    var merged: [Entry] = []
    merged.reserveCapacity(entries.count + other.entries.count)
    var index = 0
    for entry in other.entries {
      while index < entries.count, entries[index].name < entry.name {
        merged.append(entries[index])
        index += 1
      }
      if index < entries.count, entries[index].name == entry.name { index += 1 }
      merged.append(entry)
    }
    merged += entries[index...]
    entries = merged
  }

  /// Objects are small: moving the entries behind by hand costs less than the library's way for any collection.
  private mutating func insert(_ entry: Entry, at index: Int) {
    entries.append(entry)
    entries.withUnsafeMutableBufferPointer { entries in
      for later in stride(from: entries.count - 1, to: index, by: -1) { entries.swapAt(later, later - 1) }
    }
  }

  /// The first position whose name does not come before the given one; members often come in order.
  private func position(of name: String) -> Int {
    if let last = entries.last, last.name < name { return entries.count }
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].name < name { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension TemplateObject: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, TemplateValue)...) {
    self.init(elements)
  }
}
