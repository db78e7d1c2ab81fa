/// What a template can be given: the whole of its data model, without decimals, dates or `Any`.
///
/// In a section `null`, `false` and the empty list are falsey; everything else is truthy, the empty
/// text and zero included, so that an absent optional is said with `null` and with nothing else.
package enum TemplateValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case string(String)
  case integer(Int)
  case list([TemplateValue])
  case object(TemplateObject)

  /// The text, or `null` where there is none.
  package static func optional(_ text: String?) -> TemplateValue {
    text.map(TemplateValue.string) ?? .null
  }

  /// What the value is, in a word for a person.
  var kind: String {
    switch self {
    case .null: "null"
    case .bool: "a truth value"
    case .string: "a text"
    case .integer: "a number"
    case .list: "a list"
    case .object: "an object"
    }
  }
}

extension TemplateValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByStringInterpolation,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(nilLiteral: ()) { self = .null }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(stringLiteral value: String) { self = .string(value) }
  package init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }
  package init(dictionaryLiteral elements: (String, TemplateValue)...) {
    self = .object(TemplateObject(elements))
  }
}
