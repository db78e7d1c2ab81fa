import DocumentSchema
import JSONSyntax
import TestSupport
import Testing

@Suite struct JSONSchemaTests {
  private static func field() -> Shape {
    .mapping([
      .required("name", .text(singleLine: true), "How it is called."),
      .optional("fields", .list(of: .named("field", field))),
    ])
  }

  @Test func carriesDocumentationDefinitionsAndRules() {
    let shape = Shape.mapping([
      .required("version", .constant(1)),
      .optional("kind", .enumeration(["a", .init("b", "the second")])),
      .optional("field", .named("field", Self.field), "The first field."),
      .optional("count", .integer(0...9_999).documented("How many.", examples: [20])),
    ]).documented(title: "unused", "A test.")
    #expect(
      shape.jsonSchema(id: "https://example.com/x", title: "X").rendered() == """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "https://example.com/x",
          "title": "X",
          "description": "A test.",
          "type": "object",
          "properties": {
            "version": {
              "const": 1
            },
            "kind": {
              "oneOf": [
                {
                  "const": "a"
                },
                {
                  "const": "b",
                  "description": "the second"
                }
              ]
            },
            "field": {
              "description": "The first field.",
              "$ref": "#/$defs/field"
            },
            "count": {
              "description": "How many.",
              "examples": [
                20
              ],
              "anyOf": [
                {
                  "type": "integer",
                  "minimum": 0,
                  "maximum": 9999
                },
                {
                  "type": "string",
                  "pattern": "^([1-9]_[0-9]{3})$",
                  "not": {
                    "pattern": "[\\\\n\\\\r]"
                  }
                }
              ]
            }
          },
          "required": [
            "version"
          ],
          "additionalProperties": false,
          "$defs": {
            "field": {
              "type": "object",
              "properties": {
                "name": {
                  "description": "How it is called.",
                  "type": "string",
                  "minLength": 1,
                  "not": {
                    "pattern": "[\\\\n\\\\r]"
                  }
                },
                "fields": {
                  "type": "array",
                  "items": {
                    "$ref": "#/$defs/field"
                  }
                }
              },
              "required": [
                "name"
              ],
              "additionalProperties": false
            }
          }
        }
        """)
  }

  /// Every number near the bounds, and random ones, against the expression of the schema.
  @Test(arguments: [
    0...999_999_999_999_999, 1...5_000, 0...1_000, -1_000...1_000, 1_234...1_234, 999...98_765,
    1_000_000...123_456_789,
    -20_500...(-1_100), -999_999_999_999_999...999_999_999_999_999, 950...10_049,
  ])
  func matchesTheSeparatedIntegersOfTheRangeAndNoOthers(range: ClosedRange<Int>) throws {
    let schema = Shape.integer(range).jsonSchema(id: "x", title: "x")
    let evaluator = SchemaEvaluator(root: schema)
    var random = SplitMix64(seed: 6)
    var numbers = [range.lowerBound, range.upperBound].flatMap { bound in (-12...12).map { bound + $0 } }
    for _ in 0..<400 {
      let width = Int.random(in: 3...15, using: &random)
      let limit = (0..<width).reduce(1) { power, _ in power * 10 }
      numbers.append(Int.random(in: -limit...limit, using: &random))
    }
    for number in numbers where abs(number) >= 1_000 {
      #expect(try evaluator.accepts(.string(Self.separated(number))) == range.contains(number), "\(number)")
    }
  }

  private static func separated(_ number: Int) -> String {
    var text = ""
    for (index, digit) in String(abs(number)).reversed().enumerated() {
      if index > 0, index % 3 == 0 { text.append("_") }
      text.append(digit)
    }
    return (number < 0 ? "-" : "") + String(text.reversed())
  }
}
