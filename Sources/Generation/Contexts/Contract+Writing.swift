import Requirements

extension Contract.Field {
  /// Whether it is a field of the record itself that an answer can be written to.
  var isWritten: Bool {
    guard let salesforce else { return false }
    return !salesforce.contains(".") && salesforce.lowercased() != "id"
  }

  /// The object that the first relationship of its path leads to, as far as the name tells.
  var parentObject: String? {
    guard let salesforce, let relationship = salesforce.split(separator: ".").first.map(String.init),
      relationship != salesforce
    else { return nil }
    return relationship.hasSuffix("__r") ? String(relationship.dropLast()) + "c" : relationship
  }

  /// Whether it is neither an object nor a list.
  var isScalar: Bool { type != .object && type != .list }

  /// Whether it does not fit a text field of 255 characters.
  var isLong: Bool {
    switch type {
    case .object, .list: true
    case .string, .url, .email, .id: maxLength ?? 0 > 255
    case .integer, .decimal, .boolean, .date, .datetime, .enumeration: false
    }
  }

  /// Whether its values are texts.
  var isText: Bool {
    switch type {
    case .string, .email, .url, .id, .enumeration: true
    case .integer, .decimal, .boolean, .date, .datetime, .object, .list: false
    }
  }
}

extension Contract.Message {
  /// The filters of messages, any of which lets a record pass; none where a message takes every record.
  static func anyFilter(of messages: [Contract.Message]) -> String? {
    let filters = messages.compactMap(\.filter)
    guard filters.count == messages.count else { return nil }
    var seen: Set<String> = []
    let distinct = filters.filter { seen.insert($0).inserted }
    return distinct.count == 1 ? distinct.first : distinct.map { "(\($0))" }.joined(separator: " OR ")
  }

  /// The index of the field of the response whose presence on the record tells that a `create` was done.
  var confirmation: Int? {
    guard operation == .create else { return nil }
    let candidates = response.indices.filter { index in
      response[index].isWritten && !response[index].isLong && response[index].type != .boolean
    }
    return candidates.first { response[$0].salesforce == externalID }
      ?? candidates.first { response[$0].required }
  }
}
