package import Diagnostics

/// What can be wrong in the templates' folder, beyond the templates themselves.
extension DiagnosticID {
  /// A kind whose id is not its folder's name, or a file where none belongs.
  package static let templatesMisplaced: DiagnosticID = "templates/misplaced"
  /// A template that is named but not there.
  package static let templatesNoTemplate: DiagnosticID = "templates/no-template"
  /// A template or partial that nothing uses.
  package static let templatesUnused: DiagnosticID = "templates/unused"
  /// A technology, practice, source, kind, name or requirement that does not exist.
  package static let templatesUnknownID: DiagnosticID = "templates/unknown-id"
  /// A field of a change event that has any name, with parts that have not, or the other way round.
  package static let templatesCompoundName: DiagnosticID = "templates/compound-name"
  /// A file of a Salesforce project of which nothing tells what component it holds.
  package static let templatesUnknownMetadata: DiagnosticID = "templates/unknown-metadata"
}

extension Diagnostic {
  /// Something is named that does not exist, with the nearest that does.
  static func unknown(
    _ text: String, as what: String, at location: SourceLocation, known: [String],
    _ id: DiagnosticID = .templatesUnknownID, canEdit: Bool = true
  ) -> Diagnostic {
    let fix = nearestSpelling(to: text, among: known).map { spelling in
      Diagnostic.Fix(
        "did you mean '\(spelling)'?",
        edits: canEdit ? [.init(location, replacement: spelling)] : [])
    }
    return Diagnostic(id, "there is no \(what) \(quoted(text))", at: location, fixes: [fix].compactMap { $0 })
  }
}
