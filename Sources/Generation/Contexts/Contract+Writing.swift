import Requirements

extension Contract.Field {
  /// Whether it is a field of the record itself that an answer can be written to.
  var isWritten: Bool {
    guard let salesforce else { return false }
    return !salesforce.contains(".") && salesforce.lowercased() != "id"
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
