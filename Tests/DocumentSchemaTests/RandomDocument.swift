import DocumentSchema
import JSONSyntax
import TestSupport

/// A document as YAML text, and what a reader of the core schema makes of it, said independently of the
/// code under test.
struct RandomDocument {
  let yaml: String
  let json: JSONValue

  private static let scalars: [RandomDocument] = [
    .init(yaml: "null", json: nil), .init(yaml: "~", json: nil), .init(yaml: "true", json: true),
    .init(yaml: "False", json: false), .init(yaml: "'true'", json: "true"), .init(yaml: "0", json: 0),
    .init(yaml: "1", json: 1), .init(yaml: "-3", json: -3), .init(yaml: "+4", json: 4),
    .init(yaml: "017", json: 17),
    .init(yaml: "1.0", json: .decimal("1.0")), .init(yaml: "2.50", json: .decimal("2.5")),
    .init(yaml: "2.5", json: .decimal("2.5")), .init(yaml: "1e3", json: .decimal("1e3")),
    .init(yaml: ".5", json: .decimal("0.5")), .init(yaml: "0x1F", json: 31), .init(yaml: "0o17", json: 15),
    .init(yaml: "\"1\"", json: "1"), .init(yaml: "20_000", json: "20_000"),
    .init(yaml: "'20_000'", json: "20_000"),
    .init(yaml: "-1_234", json: "-1_234"), .init(yaml: "1_000", json: "1_000"),
    .init(yaml: "2_0", json: "2_0"),
    .init(yaml: "0_000", json: "0_000"), .init(yaml: "1000", json: 1000), .init(yaml: "1500", json: 1500),
    .init(yaml: "999_999_999_999_999", json: "999_999_999_999_999"),
    .init(yaml: "9_999_999_999_999_999", json: "9_999_999_999_999_999"),
    .init(yaml: "9999999999999999", json: 9_999_999_999_999_999),
    .init(yaml: "99999999999999999999", json: .decimal("99999999999999999999")),
    .init(yaml: "yes", json: "yes"), .init(yaml: "off", json: "off"), .init(yaml: "a", json: "a"),
    .init(yaml: "b", json: "b"), .init(yaml: "a-b", json: "a-b"), .init(yaml: "a1-c", json: "a1-c"),
    .init(yaml: "A b", json: "A b"), .init(yaml: "'-'", json: "-"), .init(yaml: "15m", json: "15m"),
    .init(yaml: "\"a\\n\"", json: "a\n"), .init(yaml: "\"a\\nb\"", json: "a\nb"), .init(yaml: "''", json: ""),
    .init(yaml: "été", json: "été"), .init(yaml: "\"e\\u0301\\U0001F600\"", json: "e\u{301}😀"),
    .init(yaml: "1:30", json: "1:30"), .init(yaml: "2026-11-20", json: "2026-11-20"),
    .init(yaml: "1.", json: .decimal("1.0")),
  ]
  private static let names = ["a", "b", "c", "a-b", "Bad Key", "x1"]

  private init(yaml: String, json: JSONValue) {
    self.yaml = yaml
    self.json = json
  }

  private init(items: [RandomDocument]) {
    yaml = "[" + items.map(\.yaml).joined(separator: ", ") + "]"
    json = .array(items.map(\.json))
  }

  private init(entries: [(String, RandomDocument)]) {
    var seen: Set<String> = []
    let entries = entries.filter { seen.insert($0.0).inserted }
    yaml = "{" + entries.map { "\"\($0.0)\": \($0.1.yaml)" }.joined(separator: ", ") + "}"
    json = .object(entries.map { JSONMember($0.0, $0.1.json) })
  }

  /// Anything at all.
  static func anything(depth: Int, using random: inout SplitMix64) -> RandomDocument {
    let sort = Int.random(in: 0..<10, using: &random)
    let count = Int.random(in: 0...3, using: &random)
    if depth == 0 || sort < 6 { return scalars.randomElement(using: &random) ?? scalars[0] }
    if sort < 8 {
      return RandomDocument(items: (0..<count).map { _ in anything(depth: depth - 1, using: &random) })
    }
    return RandomDocument(
      entries: (0..<count).map { _ in (name(using: &random), anything(depth: depth - 1, using: &random)) })
  }

  static func name(using random: inout SplitMix64) -> String { names.randomElement(using: &random) ?? "a" }

  /// Something that often has the shape.
  static func like(_ shape: Shape, depth: Int = 5, using random: inout SplitMix64) -> RandomDocument {
    guard depth > 0, Int.random(in: 0..<12, using: &random) > 0 else {
      return anything(depth: 2, using: &random)
    }
    switch shape.form {
    case .mapping(let mapping):
      var entries = mapping.keys.filter { $0.isRequired || Bool.random(using: &random) }.shuffled(
        using: &random
      )
      .map { ($0.name, like($0.shape, depth: depth - 1, using: &random)) }
      if Int.random(in: 0..<10, using: &random) == 0 { entries = Array(entries.dropFirst()) }
      if Int.random(in: 0..<10, using: &random) == 0 { entries.append((name(using: &random), scalars[5])) }
      return RandomDocument(entries: entries)
    case .dictionary(let dictionary):
      return RandomDocument(
        entries: (0..<Int.random(in: 0...3, using: &random)).map { _ in
          (name(using: &random), like(dictionary.values, depth: depth - 1, using: &random))
        })
    case .list(let list):
      return RandomDocument(
        items: (0..<Int.random(in: 0...4, using: &random)).map { _ in
          like(list.items, depth: depth - 1, using: &random)
        })
    case .choice(let alternatives):
      return like(alternatives.randomElement(using: &random) ?? .anything, depth: depth, using: &random)
    case .reference(let reference): return like(reference.shape(), depth: depth - 1, using: &random)
    case .constant(let value): return .init(yaml: value.rendered(indent: nil), json: value)
    case .enumeration(let enumeration):
      let text = enumeration.values.randomElement(using: &random)?.text ?? ""
      return .init(yaml: "'\(text)'", json: .string(text))
    case .text, .boolean, .integer: return suitableScalar(shape, using: &random)
    case .anything: return anything(depth: 2, using: &random)
    }
  }

  private static func suitableScalar(_ shape: Shape, using random: inout SplitMix64) -> RandomDocument {
    let suitable = scalars.filter { candidate in
      switch (shape.form, candidate.json) {
      case (.text, .string), (.boolean, .bool), (.integer, .integer), (.integer, .decimal): true
      case (.integer, .string(let text)): text.contains("_")
      default: false
      }
    }
    return suitable.randomElement(using: &random) ?? scalars[0]
  }
}
