/// Named values, kept sorted by the bytes of their names: looked up by halving, listed in a written order.
package struct TemplateObject: Sendable, Hashable {
  fileprivate struct Entry: Sendable, Hashable {
    /// What `NameBytes` says that the name begins with.
    let start: UInt64
    let name: String
    var value: TemplateValue
  }

  private var entries: [Entry] = []

  package init() {}

  /// Of several values under one name the last is kept.
  package init(_ members: [(String, TemplateValue)]) {
    entries.reserveCapacity(members.count)
    for (name, value) in members { put(value, under: name) }
  }

  /// The names, sorted.
  package var names: [String] { entries.map(\.name) }

  /// The value under a name; `nil` means that the name is absent, which is not the same as `null`.
  package subscript(name: String) -> TemplateValue? {
    get {
      var name = name
      return name.withUTF8 { self[NameBytes($0)] }
    }
    set {
      if let newValue { return put(newValue, under: name) }
      var name = name
      let (index, isThere) = name.withUTF8 { position(of: NameBytes($0)) }
      if isThere { entries.remove(at: index) }
    }
  }

  subscript(name: NameBytes) -> TemplateValue? {
    let (index, isThere) = position(of: name)
    guard isThere else { return nil }
    return entries[index].value
  }

  private mutating func put(_ value: TemplateValue, under name: String) {
    var text = name
    let (start, (index, isThere)) = text.withUTF8 { bytes in
      let name = NameBytes(bytes)
      // Many come in their order.
      let isLast = entries.last.map { $0.start < name.start } ?? true
      return (name.start, isLast ? (entries.count, false) : position(of: name))
    }
    if isThere {
      entries[index].value = value
    } else {
      insert(Entry(start: start, name: name, value: value), at: index)
    }
  }

  /// Takes in the members of another object; of two under one name the other's is kept.
  package mutating func merge(_ other: TemplateObject) {
    var merged: [Entry] = []
    merged.reserveCapacity(entries.count + other.entries.count)
    var index = 0
    for entry in other.entries {
      while index < entries.count, entries[index] < entry {
        merged.append(entries[index])
        index += 1
      }
      if index < entries.count, entries[index].start == entry.start, entries[index].name == entry.name {
        index += 1
      }
      merged.append(entry)
    }
    merged += entries[index...]
    entries = merged
  }

  /// Moves the entries behind at once, which costs less than the library's way for any collection.
  private mutating func insert(_ entry: Entry, at index: Int) {
    entries.append(entry)
    entries.withUnsafeMutableBufferPointer { entries in
      guard let first = entries.baseAddress else { return }
      let place = first + index
      let added = (first + (entries.count - 1)).move()
      (place + 1).moveInitialize(from: place, count: entries.count - 1 - index)
      place.initialize(to: added)
    }
  }

  /// The first position whose name does not come before the given one, and whether that is the name there.
  private func position(of name: NameBytes) -> (index: Int, isThere: Bool) {
    entries.withUnsafeBufferPointer { entries in
      var (low, high) = (0, entries.count)
      while low < high {
        let middle = (low + high) / 2
        if entries[middle].start < name.start { low = middle + 1 } else { high = middle }
      }
      while low < entries.count, entries[low].start == name.start {
        let order = entries[low].orderOfRest(name)
        if order >= 0 { return (low, order == 0) }
        low += 1
      }
      return (low, false)
    }
  }
}

extension TemplateObject.Entry {
  /// How the entry's name is ordered against one that begins with the same: below zero before it, zero for the same.
  fileprivate func orderOfRest(_ other: NameBytes) -> Int {
    let count = name.utf8.count
    let common = min(count, other.bytes.count)
    if common > 8 {
      var name = name
      let order = name.withUTF8 { bytes in
        for index in 8..<common where bytes[index] != other.bytes[index] {
          return Int(bytes[index]) - Int(other.bytes[index])
        }
        return 0
      }
      if order != 0 { return order }
    }
    return count - other.bytes.count
  }

  fileprivate static func < (one: Self, other: Self) -> Bool {
    if one.start != other.start { return one.start < other.start }
    var name = other.name
    return name.withUTF8 { one.orderOfRest(NameBytes($0)) < 0 }
  }
}

extension TemplateObject: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, TemplateValue)...) {
    self.init(elements)
  }
}
