import YAMLSyntax

extension Contract.FieldType {
  /// The type that a node names; `nil` where it names none.
  init?(_ node: YAMLView) {
    guard let type = Self.allCases.first(where: { node.textEquals($0.rawValue) }) else { return nil }
    self = type
  }
}

extension Contract.Operation {
  /// The operation that a node names; `nil` where it names none.
  init?(_ node: YAMLView) {
    guard let operation = Self.allCases.first(where: { node.textEquals($0.rawValue) }) else { return nil }
    self = operation
  }
}
