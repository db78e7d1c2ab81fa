import Diagnostics
import JSONSyntax
import Requirements

extension ContractValue {
  /// The value as JSON; a number that JSON cannot spell becomes a text.
  var json: JSONValue {
    switch self {
    case .null: .null
    case .boolean(let truth): .bool(truth)
    case .number(let digits): Self.number(digits)
    case .string(let text): .string(text)
    case .list(let values): .array(values.map(\.json))
    case .object(let members): .object(members.map { JSONMember($0.name, $0.value.json) })
    }
  }

  /// The value as a text: strings as they are, everything else as JSON on one line.
  var text: String {
    if case .string(let text) = self { return text }
    return json.rendered(indent: nil)
  }

  private static func number(_ digits: String) -> JSONValue {
    var bag = DiagnosticBag()
    switch JSONValue.parse(SourceFile(name: "", text: digits), into: &bag) {
    case .integer(let number)?: return .integer(number)
    case .decimal(let literal)?: return .decimal(literal)
    case .null, .bool, .string, .array, .object, nil: return .string(digits)
    }
  }

  /// The value under a name of an object.
  subscript(name: String) -> ContractValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }
}
