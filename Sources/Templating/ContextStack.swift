/// The values that a name is sought in, innermost last.
struct ContextStack {
  private var values: [TemplateValue]
  /// Those of them that hold names.
  private var objects: [(members: TemplateObject, place: ListPlace?)] = []

  /// What became of looking for a name.
  enum Finding {
    case found(TemplateValue)
    /// The part of a dotted name that is absent, and the names that are there.
    case absent(part: Int, known: [String])
  }

  init(_ scope: TemplateScope) {
    values = []
    values.reserveCapacity(Self.usualDepth)
    objects.reserveCapacity(Self.usualDepth)
    for (value, place) in scope.layers { push(value, at: place) }
  }

  /// - Parameter place: of a value that is an element of a list.
  mutating func push(_ value: TemplateValue, at place: ListPlace? = nil) {
    values.append(value)
    if case .object(let object) = value { objects.append((object, place)) }
  }

  mutating func pop() {
    if case .object = values.removeLast() { objects.removeLast() }
  }

  /// - Parameter text: as it stands in a template: `.` for the innermost value, or a name that is sought outwards;
  ///   each part behind a dot is sought only in the one before it.
  func find(_ text: UnsafeBufferPointer<UInt8>) -> Finding {
    if text.count == 1, text[0] == Self.dot { return .found(values[values.count - 1]) }
    var (end, name) = Self.part(of: text, from: 0)
    var finding = outwards(name)
    var part = 0
    while end < text.count {
      (end, name) = Self.part(of: text, from: end + 1)
      part += 1
      finding = member(name, part: part, of: finding)
    }
    return finding
  }

  /// What a name without dots stands for.
  func value(of name: String) -> TemplateValue? {
    var name = name
    return name.withUTF8 { innermost(NameBytes($0)) }
  }

  /// Every name that is found, sorted.
  var names: [String] {
    var names: Set<String> = []
    for (members, place) in objects {
      names.formUnion(members.names)
      if place != nil { names.formUnion(ListPlace.names) }
    }
    return names.sorted()
  }

  private static let dot = UInt8(ascii: ".")
  /// How many values lie in one another in most templates.
  private static let usualDepth = 8

  private static func part(
    of text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (end: Int, name: NameBytes) {
    let end = text[start...].firstIndex(of: dot) ?? text.count
    return (end, NameBytes(UnsafeBufferPointer(rebasing: text[start..<end])))
  }

  private func outwards(_ name: NameBytes) -> Finding {
    innermost(name).map(Finding.found) ?? .absent(part: 0, known: names)
  }

  /// A `null` on the way makes the whole `null`: what an absent value would hold is absent, too.
  private func member(_ name: NameBytes, part: Int, of holder: Finding) -> Finding {
    guard case .found(let value) = holder else { return holder }
    switch value {
    case .null: return holder
    case .object(let object):
      return object[name].map(Finding.found) ?? .absent(part: part, known: object.names)
    case .bool, .string, .integer, .list: return .absent(part: part, known: [])
    }
  }

  private func innermost(_ name: NameBytes) -> TemplateValue? {
    for index in objects.indices.reversed() {
      if let value = objects[index].members[name] ?? objects[index].place?[name] { return value }
    }
    return nil
  }
}
