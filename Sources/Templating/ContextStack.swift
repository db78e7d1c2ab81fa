/// The values that a name is sought in, innermost last.
struct ContextStack {
  private var values: [TemplateValue]

  /// What became of looking for a name.
  enum Finding {
    case found(TemplateValue)
    /// The part of a dotted name that is absent, and the names that are there.
    case absent(part: Int, known: [String])
  }

  init(root: TemplateValue) {
    values = [root]
  }

  mutating func push(_ value: TemplateValue) { values.append(value) }
  mutating func pop() { values.removeLast() }

  func find(_ target: Tag.Target) -> Finding {
    switch target {
    case .current: .found(values[values.count - 1])
    case .name(let name): outwards(name)
    case .member(let holder, let name): member(name, part: 1, of: outwards(holder))
    case .path(let parts):
      parts.indices.dropFirst().reduce(outwards(parts[0])) { member(parts[$1], part: $1, of: $0) }
    }
  }

  private func outwards(_ name: String) -> Finding {
    innermost(name).map(Finding.found) ?? .absent(part: 0, known: namesInScope)
  }

  /// A `null` on the way makes the whole `null`: what an absent value would hold is absent, too.
  private func member(_ name: String, part: Int, of holder: Finding) -> Finding {
    guard case .found(let value) = holder else { return holder }
    switch value {
    case .null: return holder
    case .object(let object):
      return object[name].map(Finding.found) ?? .absent(part: part, known: object.names)
    case .bool, .string, .integer, .list: return .absent(part: part, known: [])
    }
  }

  private func innermost(_ name: String) -> TemplateValue? {
    for index in stride(from: values.count - 1, through: 0, by: -1) {
      if case .object(let object) = values[index], let value = object[name] { return value }
    }
    return nil
  }

  private var namesInScope: [String] {
    var names: Set<String> = []
    for case .object(let object) in values { names.formUnion(object.names) }
    return names.sorted()
  }
}
