package import Diagnostics

extension DiagnosticID {
  /// The path of a file to be generated is empty.
  package static let pathEmpty: DiagnosticID = "path/empty"
  /// The path of a file to be generated leads out of the target folder.
  package static let pathOutsideTarget: DiagnosticID = "path/outside-target"
  /// The path of a file to be generated is longer than some file systems allow.
  package static let pathTooLong: DiagnosticID = "path/too-long"
  /// The path of a file to be generated does not work on every system.
  package static let pathNotPortable: DiagnosticID = "path/not-portable"
}

extension RelativePath.Failure {
  /// The failure as something that is wrong with what a user wrote; `text` is the refused path.
  package func diagnostic(
    for text: String, at location: SourceLocation? = nil, notes: [String] = []
  ) -> Diagnostic {
    Diagnostic(id, "the path \(quoted(text)) \(reason)", at: location, notes: notes)
  }

  private var id: DiagnosticID {
    switch self {
    case .empty: .pathEmpty
    case .absolute, .climbing: .pathOutsideTarget
    case .tooLong, .componentTooLong: .pathTooLong
    case .emptyComponent, .invisibleCharacter, .forbiddenCharacter, .reservedName, .finalDotOrSpace:
      .pathNotPortable
    }
  }

  private var reason: String {
    switch self {
    case .empty: "is empty"
    case .absolute: "is absolute; a generated file lies inside the target folder"
    case .tooLong(let bytes):
      "has \(bytes) bytes; the longest that is accepted has \(RelativePath.longestPath)"
    case .emptyComponent: "has a name without characters between two slashes"
    case .climbing(let component):
      "has \(quoted(component)) as a name; a generated file lies inside the target folder"
    case .componentTooLong(let bytes):
      "has a name of \(bytes) bytes; the longest that is accepted has \(RelativePath.longestComponent)"
    case .invisibleCharacter(let scalar): "holds the invisible character \(codePoint(scalar))"
    case .forbiddenCharacter(let scalar):
      "holds the character '\(scalar)', which Windows does not allow in a name"
    case .reservedName(let component):
      "has the name \(quoted(component)), which Windows or git keeps for itself"
    case .finalDotOrSpace(let component):
      "has the name \(quoted(component)), whose final dot or space Windows drops"
    }
  }
}
