import Diagnostics

/// An error of libyaml, and what to say about it to a person.
struct YAMLSyntaxFault {
  let problem: String
  let place: SourcePosition
  let context: String?
  let contextPlace: SourcePosition

  func diagnostic(in file: SourceFile) -> Diagnostic {
    if let marker = file.conflictMarker {
      return Diagnostic(
        .yamlConflictMarkers, "The file holds the marks of an unresolved merge", at: marker,
        fixes: [.init("choose between the lines of both sides, and remove the marks")])
    }
    let found = character(in: file)
    if found == "\t", problem.contains("tab") || problem == "found character that cannot start any token" {
      return Diagnostic(
        .yamlTab, "A tab is used for indentation; YAML allows spaces only", at: location(in: file),
        notes: ["Set the editor to insert spaces"])
    }
    return Diagnostic(
      .yamlSyntax, message(found: found), at: location(in: file), secondary: beginning(in: file))
  }

  private func location(in file: SourceFile) -> SourceLocation {
    let columns = place.column..<(character(in: file) == nil ? place.column : place.column + 1)
    return SourceLocation(file: file, range: SourceRange(line: place.line, columns: columns))
  }

  private func character(in file: SourceFile) -> Unicode.Scalar? {
    file.line(place.line)?.unicodeScalars.dropFirst(place.column - 1).first
  }

  /// The place where the construct begins that is not ended, where that helps.
  private func beginning(in file: SourceFile) -> [Diagnostic.Label] {
    guard let context, context.hasPrefix("while "), contextPlace < place else { return [] }
    guard let kind = Self.constructs.first(where: { context.hasSuffix($0.key) })?.value else { return [] }
    let range = SourceRange(line: contextPlace.line, columns: contextPlace.column..<contextPlace.column + 1)
    return [.init(SourceLocation(file: file, range: range), "the \(kind) begins here")]
  }

  private static let constructs: KeyValuePairs = [
    "a block mapping": "mapping", "a flow mapping": "mapping", "a block collection": "list",
    "a flow sequence": "list", "a quoted scalar": "quoted text", "a simple key": "key",
    "a plain scalar": "text", "a block scalar": "block of text",
  ]

  /// libyaml's words in plainer ones.
  private func message(found: Unicode.Scalar?) -> String {
    switch problem {
    case "did not find expected key":
      return context == "while parsing a block mapping"
        ? "Expected a key here: either the indentation differs from the keys above, or a text needs quotes"
        : "Expected a key here"
    case "did not find expected '-' indicator":
      return "Expected '- ' here: the items of a list stand at the same indentation"
    case "could not find expected ':'": return "Expected ':' after a key"
    case "mapping values are not allowed in this context":
      return "A ':' is not allowed here; put quotes around a text that contains ': '"
    case "block sequence entries are not allowed in this context":
      return "A list item cannot begin here; put '- ' on a line of its own below the key"
    case "block mapping entries are not allowed in this context",
      "mapping keys are not allowed in this context":
      return "A key cannot begin here"
    case "did not find expected ',' or ']'": return "Expected ',' or ']' in the list"
    case "did not find expected ',' or '}'": return "Expected ',' or '}' in the mapping"
    case "found character that cannot start any token": return cannotBegin(with: found)
    case "found unexpected end of stream": return "The quoted text is never closed"
    case "found unexpected document indicator":
      return "The quoted text is not closed before the end of the document"
    case "found unknown escape character": return "This is no YAML escape; write \\\\ for a backslash"
    case "did not find expected <document start>":
      return "Expected the end of the file here: the document above is complete"
    case "did not find expected node content": return "Expected a value here"
    case "did not find expected alphabetic or numeric character":
      return "An anchor or alias needs a name here"
    case "found undefined tag handle": return "The handle of this tag is not declared"
    case "found incompatible YAML document": return "Only YAML 1.2 is read"
    default: return "The text is no YAML: \(problem)"
    }
  }

  private func cannotBegin(with character: Unicode.Scalar?) -> String {
    guard let character else { return "A text cannot begin here" }
    return "A text cannot begin with '\(character)'; put quotes around it"
  }
}
