extension Contract.Operation {
  /// The method by which HTTP says it, to a system of a protocol.
  package func method(over word: String?) -> String {
    switch self {
    case .create, .notify: "POST"
    case .update: "PATCH"
    case .upsert: word == Self.patching ? "PATCH" : "PUT"
    case .delete: "DELETE"
    case .read: "GET"
    }
  }

  /// The REST API of Salesforce has no PUT: a PATCH by external id creates what is not there.
  private static let patching = "salesforce-api"

  /// Whether it changes something on the other side.
  package var isWrite: Bool { self != .read }

  /// Whether the request has a body.
  package var hasBody: Bool {
    switch self {
    case .create, .update, .upsert, .notify: true
    case .read, .delete: false
    }
  }
}

extension Contract.Message {
  /// A path without the names in its braces.
  package static func withoutParameters(_ path: String) -> String {
    var result = ""
    var isInBraces = false
    for character in path {
      if character == "}" { isInBraces = false }
      if !isInBraces { result.append(character) }
      if character == "{" { isInBraces = true }
    }
    return result
  }
}
