import JSONSyntax
import Requirements

/// A value that a field may have: the one of an example where it fits the type, or one made up for the type.
struct FieldSample {
  let json: JSONValue
  /// Of a date or a moment.
  let moment: Moment?

  init(of field: Contract.Field, example: ContractValue?) {
    let type = field.type
    let fitting = example.flatMap { $0.fits(field) ? $0 : nil }
    let json = fitting?.json ?? Self.made(for: field)
    self.json = json
    if case .string(let text) = json, type == .date || type == .datetime {
      moment = Moment(text)
    } else {
      moment = nil
    }
  }

  /// The value without the quotes of a JSON string.
  var text: String {
    if case .string(let text) = json { return text }
    return json.rendered(indent: nil)
  }

  private static func made(for field: Contract.Field) -> JSONValue {
    switch field.type {
    case .enumeration: .string(field.values.first ?? "VALUE")
    case .string: .string(short("\(field.external) sample", field))
    case .id: .string(short("001000000000001AAA", field))
    case .email: .string(fitting(["person@example.com", "p@example.com", "a@b.co"], field))
    case .url: .string(fitting(["https://example.com/path", "https://example.com", "http://a.co"], field))
    case .integer: .integer(digits(of: 42, atMost: field.precision))
    case .decimal: decimal(field)
    case .boolean: true
    case .date: "2026-11-20"
    case .datetime: "2026-11-20T10:30:00Z"
    case .object: object(field.fields)
    case .list: .array([field.fields.isEmpty ? made(for: field.element) : object(field.fields)])
    }
  }

  private static func object(_ fields: [Contract.Field]) -> JSONValue {
    .object(fields.map { JSONMember($0.external, made(for: $0)) })
  }

  private static func short(_ text: String, _ field: Contract.Field) -> String {
    guard let most = field.maxLength, text.unicodeScalars.count > most else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(most)))
  }

  /// The first text that is short enough, or else the last.
  private static func fitting(_ texts: [String], _ field: Contract.Field) -> String {
    texts.first { $0.count <= field.maxLength ?? .max } ?? texts.last ?? ""
  }

  private static func digits(of number: Int, atMost count: Int?) -> Int {
    Int(String(number).prefix(max(1, count ?? .max))) ?? number
  }

  /// 12.5 with the digits that precision and scale allow.
  private static func decimal(_ field: Contract.Field) -> JSONValue {
    let scale = max(0, field.scale ?? 1)
    let whole = field.precision.map { max(0, $0 - scale) } ?? 2
    let integer = whole == 0 ? 0 : digits(of: 12, atMost: whole)
    guard scale > 0 else { return .integer(integer) }
    return .decimal("\(integer).5" + String(repeating: "0", count: min(scale, 30) - 1))
  }
}

extension Contract.Field {
  /// An element of the list that the field is, as a field.
  var element: Contract.Field {
    Contract.Field(
      salesforce: nil, external: "item", type: elements ?? .string, required: true, maxLength: maxLength,
      precision: precision, scale: scale, values: values, isPersonal: isPersonal, master: nil,
      defaultValue: nil, description: nil, fields: [], elements: nil)
  }
}

extension ContractValue {
  /// Whether a field may have the value.
  func fits(_ field: Contract.Field) -> Bool {
    switch (field.type, self) {
    case (.enumeration, .string(let word)): field.values.contains(word)
    case (.date, .string(let text)), (.datetime, .string(let text)): Moment(text) != nil
    case (.string, .string(let text)), (.email, .string(let text)), (.url, .string(let text)),
      (.id, .string(let text)):
      text.unicodeScalars.count <= field.maxLength ?? .max
    case (.integer, .number): json.isInteger
    case (.decimal, .number): json.isNumber
    case (.boolean, .boolean), (.object, .object), (.list, .list): true
    default: false
    }
  }
}

extension JSONValue {
  fileprivate var isInteger: Bool { if case .integer = self { true } else { false } }
  fileprivate var isNumber: Bool {
    switch self {
    case .integer, .decimal: true
    case .null, .bool, .string, .array, .object: false
    }
  }
}
