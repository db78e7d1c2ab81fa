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
    case .name(let name): innermost(name).map(Finding.found) ?? .absent(part: 0, known: namesInScope)
    case .path(let parts): find(parts)
    }
  }

  /// A `null` on the way makes the whole `null`: what an absent value would hold is absent, too.
  private func find(_ parts: [String]) -> Finding {
    guard var value = innermost(parts[0]) else { return .absent(part: 0, known: namesInScope) }
    for index in 1..<parts.count {
      switch value {
      case .null: return .found(.null)
      case .object(let object):
        guard let next = object[parts[index]] else { return .absent(part: index, known: object.names) }
        value = next
      case .bool, .string, .integer, .list: return .absent(part: index, known: [])
      }
    }
    return .found(value)
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
