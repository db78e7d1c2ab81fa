extension Requirement {
  /// What an answer to the requirement looks like, for messages.
  package var expectation: String {
    switch type {
    case .enumeration(let words): "one of " + words.joined(separator: ", ")
    case .boolean: "true or false"
    case .count: "a whole number such as 20_000"
    case .duration(let classes):
      "a duration such as 8s, 15m or 3d"
        + (classes.isEmpty ? "" : ", or one of " + classes.map(\.name).joined(separator: ", "))
    case .size: "a size such as 4KB or 2MB"
    case .list(let words): "a list of " + words.joined(separator: ", ")
    case .text: "a text"
    }
  }
}
