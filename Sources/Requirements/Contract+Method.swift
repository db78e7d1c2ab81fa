extension Contract.Operation {
  /// The method by which HTTP says it.
  package var method: String {
    switch self {
    case .create, .notify: "POST"
    case .update: "PATCH"
    case .upsert: "PUT"
    case .delete: "DELETE"
    case .read: "GET"
    }
  }

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
