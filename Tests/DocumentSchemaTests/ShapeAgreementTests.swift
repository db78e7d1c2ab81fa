import Diagnostics
import DocumentSchema
import JSONSyntax
import TestSupport
import Testing
import YAMLSyntax

/// The law of this module: the check and the JSON Schema accept the same documents.
@Suite struct ShapeAgreementTests {
  private static let identifier = TextPattern("an id in kebab-case", "^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
  private static let duration = TextPattern("a duration such as 15m", "^[1-9][0-9]{0,3}(ms|s|m|h|d)$")

  private static func field() -> Shape {
    .mapping([
      .required("a", .text(identifier)), .optional("b", .list(of: .named("field", field), minimum: 1)),
      .optional("c", .choice(.text(duration), .enumeration(["a", "b"]), .list(of: .boolean))),
    ])
  }

  private static func shape(depth: Int, using random: inout SplitMix64) -> Shape {
    let next = { (random: inout SplitMix64) in shape(depth: depth - 1, using: &random) }
    switch Int.random(in: 0..<(depth > 0 ? 16 : 10), using: &random) {
    case 0: return .boolean
    case 1: return .integer()
    case 2:
      let bounds = [-5, -1_500, 0, 1, 3, 999, 1_000, 1_250, 20_000, 30_000_000]
      let one = bounds.randomElement(using: &random) ?? 0
      let other = bounds.randomElement(using: &random) ?? 0
      return .integer(min(one, other)...max(one, other))
    case 3: return .text()
    case 4:
      return .text(length: 0...Int.random(in: 0...3, using: &random), singleLine: Bool.random(using: &random))
    case 5: return .text(identifier, length: 2...9)
    case 6: return .text(duration)
    case 7:
      return .enumeration(
        Bool.random(using: &random) ? ["a", "b", "yes"] : [.init("a", "the first"), "20_000"])
    case 8:
      return .constant([1, "a", true, "20_000", nil, [1]].randomElement(using: &random) ?? nil)
    case 9: return .anything
    case 10, 11:
      let names = ["a", "b", "c", "x1"].shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random))
      return .mapping(
        names.map { name in
          Bool.random(using: &random) ? .required(name, next(&random)) : .optional(name, next(&random))
        })
    case 12:
      return .dictionary(
        of: next(&random), keys: Bool.random(using: &random) ? identifier : nil,
        minimum: Int.random(in: 0...1, using: &random))
    case 13:
      return .list(
        of: next(&random), minimum: Int.random(in: 0...2, using: &random), unique: Bool.random(using: &random)
      )
    case 14: return .choice(next(&random), next(&random), next(&random))
    default: return .named("field", field)
    }
  }

  @Test(arguments: 0..<8) func checkAndSchemaAcceptTheSameDocuments(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var accepted = 0
    var refused = 0
    for _ in 0..<150 {
      let shape = Self.shape(depth: 3, using: &random)
      let schema = shape.jsonSchema(id: "https://example.com/test", title: "Test")
      for _ in 0..<12 {
        let document = RandomDocument.like(shape, using: &random)
        var bag = DiagnosticBag()
        let file = SourceFile(name: "a.yaml", text: "\n" + document.yaml)
        guard let tree = YAMLTree.parse(file, into: &bag) else {
          #expect(bag.diagnostics.map(\.id) == [.yamlEmpty], "\(document.yaml): \(bag.diagnostics)")
          continue
        }
        shape.check(tree.root, into: &bag)
        let isAccepted = try SchemaEvaluator(root: schema).accepts(document.json)
        if isAccepted { accepted += 1 } else { refused += 1 }
        #expect(
          bag.hasErrors != isAccepted,
          "\(document.yaml)\n\(schema.rendered())\n\(bag.diagnostics.map(\.message))")
      }
    }
    #expect(accepted > 300 && refused > 300, "\(accepted) accepted, \(refused) refused: no test of anything")
  }

  @Test func manyWarningsHideNoError() throws {
    let items = Array(repeating: "yes", count: 500).joined(separator: ", ")
    var bag = DiagnosticBag()
    let file = SourceFile(name: "a.yaml", text: "[\(items), 1]")
    Shape.list(of: .text()).check(try #require(YAMLTree.parse(file, into: &bag)).root, into: &bag)
    #expect(bag.hasErrors)
  }
}
