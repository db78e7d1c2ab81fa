package import Diagnostics
package import JSONSyntax

/// What a part of a YAML document must look like.
///
/// The check of a document and its JSON Schema both derive from it, so that what an editor accepts
/// and what the program reads are the same.
package struct Shape: Sendable {
  /// The sorts of shapes.
  package indirect enum Form: Sendable {
    case mapping(Mapping)
    case dictionary(Dictionary)
    case list(List)
    case enumeration(Enumeration)
    case text(Text)
    case boolean
    case integer(ClosedRange<Int>)
    case constant(JSONValue)
    case choice([Shape])
    case anything
    case reference(Reference)
  }

  /// What the shape asks for.
  package let form: Form
  /// A few words for documentation.
  package private(set) var title: String?
  /// A sentence or more for documentation.
  package private(set) var description: String?
  /// Values of this shape, for documentation.
  package private(set) var examples: [JSONValue] = []

  package init(_ form: Form) {
    self.form = form
  }

  /// The same shape with words about it.
  package func documented(
    title: String? = nil, _ description: String? = nil, examples: [JSONValue] = []
  ) -> Shape {
    var shape = self
    shape.title = title ?? self.title
    shape.description = description ?? self.description
    shape.examples = examples.isEmpty ? self.examples : examples
    return shape
  }
}

// MARK: - Parts

extension Shape {
  /// A mapping that has these keys and no others.
  package struct Mapping: Sendable {
    /// The keys, in the order in which they are documented.
    package let keys: [Key]
    /// The id of the finding that a key is none of these.
    package let unknownKey: DiagnosticID
  }

  /// One key of a mapping.
  package struct Key: Sendable {
    /// How it is written.
    package let name: String
    /// The shape of its value.
    package let shape: Shape
    /// Whether every such mapping has it.
    package let isRequired: Bool
    /// What it means, for documentation.
    package let description: String?
    /// The id of the finding that it is missing.
    package let missing: DiagnosticID
  }

  /// A mapping whose keys are the writer's own.
  package struct Dictionary: Sendable {
    /// How its keys are spelt; `nil` for any text.
    package let keys: TextPattern?
    /// The shape of its values.
    package let values: Shape
    /// How many entries there are at least.
    package let minimum: Int
  }

  /// A list.
  package struct List: Sendable {
    /// The shape of its items.
    package let items: Shape
    /// How many items there are at least.
    package let minimum: Int
    /// Whether no two items are equal.
    package let isUnique: Bool
  }

  /// One of several texts.
  package struct Enumeration: Sendable {
    /// The texts, in the order in which they are documented.
    package let values: [Value]
    /// The id of the finding that a text is none of these.
    package let unknownValue: DiagnosticID

    /// One of the texts.
    package struct Value: Sendable, Hashable, ExpressibleByStringLiteral {
      /// How it is written.
      package let text: String
      /// What it means, for documentation.
      package let description: String?

      package init(_ text: String, _ description: String? = nil) {
        self.text = text
        self.description = description
      }

      package init(stringLiteral text: String) { self.init(text) }
    }
  }

  /// A text.
  package struct Text: Sendable {
    /// How many characters it has.
    package let length: ClosedRange<Int>
    /// Whether it has no line break.
    package let isSingleLine: Bool
    /// How it is spelt.
    package let pattern: TextPattern?
  }

  /// A shape under a name, so that a shape can contain itself.
  package struct Reference: Sendable {
    /// The name under which the JSON Schema defines it.
    package let name: String
    /// The shape itself.
    package let shape: @Sendable () -> Shape
  }
}

// MARK: - Making shapes

extension Shape {
  /// A mapping that has these keys and no others.
  package static func mapping(_ keys: [Key], unknownKey: DiagnosticID = .shapeUnknownKey) -> Shape {
    Shape(.mapping(Mapping(keys: keys, unknownKey: unknownKey)))
  }

  /// A mapping whose keys are the writer's own and whose values all have one shape.
  package static func dictionary(
    of values: Shape, keys: TextPattern? = nil, minimum: Int = 0
  ) -> Shape {
    Shape(.dictionary(Dictionary(keys: keys, values: values, minimum: minimum)))
  }

  /// A list whose items all have one shape.
  package static func list(of items: Shape, minimum: Int = 0, unique: Bool = false) -> Shape {
    Shape(.list(List(items: items, minimum: minimum, isUnique: unique)))
  }

  /// One of several texts.
  package static func enumeration(
    _ values: [Enumeration.Value], unknownValue: DiagnosticID = .shapeUnknownValue
  ) -> Shape {
    Shape(.enumeration(Enumeration(values: values, unknownValue: unknownValue)))
  }

  /// A text; a pattern allows no line break.
  package static func text(
    _ pattern: TextPattern? = nil, length: ClosedRange<Int> = 1...Int.max, singleLine: Bool = false
  ) -> Shape {
    Shape(.text(Text(length: length, isSingleLine: singleLine || pattern != nil, pattern: pattern)))
  }

  /// `true` or `false`.
  package static let boolean = Shape(.boolean)

  /// A whole number, which may be written like `20_000`.
  package static func integer(_ range: ClosedRange<Int> = Integers.all) -> Shape {
    Shape(.integer(range.clamped(to: Integers.all)))
  }

  /// One value and no other.
  package static func constant(_ value: JSONValue) -> Shape {
    Shape(.constant(value))
  }

  /// Any of several shapes.
  package static func choice(_ alternatives: Shape...) -> Shape {
    Shape(.choice(alternatives))
  }

  /// Whatever YAML can say.
  package static let anything = Shape(.anything)

  /// A shape under a name; the closure is called anew for each use, so that the shape can contain itself.
  package static func named(_ name: String, _ shape: @escaping @Sendable () -> Shape) -> Shape {
    Shape(.reference(Reference(name: name, shape: shape)))
  }

  /// The whole numbers that are read: all of them are exact in every JSON reader.
  package enum Integers {
    /// From -999,999,999,999,999 to 999,999,999,999,999.
    package static let all: ClosedRange<Int> = -999_999_999_999_999...999_999_999_999_999
  }
}

extension Shape.Key {
  /// A key that every such mapping has.
  package static func required(
    _ name: String, _ shape: Shape, _ description: String? = nil, missing: DiagnosticID = .shapeMissingKey
  ) -> Shape.Key {
    Shape.Key(name: name, shape: shape, isRequired: true, description: description, missing: missing)
  }

  /// A key that may be left out.
  package static func optional(_ name: String, _ shape: Shape, _ description: String? = nil) -> Shape.Key {
    Shape.Key(
      name: name, shape: shape, isRequired: false, description: description, missing: .shapeMissingKey)
  }
}
