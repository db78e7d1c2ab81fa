package import Diagnostics

extension DiagnosticID {
  /// The text is no YAML.
  package static let yamlSyntax: DiagnosticID = "yaml/syntax"
  /// The text holds both sides of a merge.
  package static let yamlConflictMarkers: DiagnosticID = "yaml/conflict-markers"
  /// The text is not UTF-8.
  package static let yamlEncoding: DiagnosticID = "yaml/encoding"
  /// A character that YAML does not allow, or that YAML readers disagree about.
  package static let yamlCharacter: DiagnosticID = "yaml/character"
  /// A tab where only spaces may indent.
  package static let yamlTab: DiagnosticID = "yaml/tab"
  /// The file is larger than a reader takes.
  package static let yamlSize: DiagnosticID = "yaml/size"
  /// There is more to tell about the file than is shown.
  package static let yamlMore: DiagnosticID = "yaml/more"
  /// Lists and mappings lie too deep in one another.
  package static let yamlNesting: DiagnosticID = "yaml/nesting"
  /// The file holds no document.
  package static let yamlEmpty: DiagnosticID = "yaml/empty"
  /// The file holds several documents.
  package static let yamlSeveralDocuments: DiagnosticID = "yaml/several-documents"
  /// The document asks for another version of YAML than 1.2.
  package static let yamlVersion: DiagnosticID = "yaml/version"
  /// A mapping names a key twice.
  package static let yamlDuplicateKey: DiagnosticID = "yaml/duplicate-key"
  /// A key is missing, or is no plain or quoted text.
  package static let yamlKey: DiagnosticID = "yaml/key"
  /// A mapping asks to be merged with another.
  package static let yamlMergeKey: DiagnosticID = "yaml/merge-key"
  /// A tag that is not of the core schema, or that does not fit its value.
  package static let yamlTag: DiagnosticID = "yaml/tag"
  /// An alias names no anchor before it, or the anchor that it lies in.
  package static let yamlAlias: DiagnosticID = "yaml/alias"
  /// The aliases of a document stand for more nodes than a reader takes.
  package static let yamlAliasExpansion: DiagnosticID = "yaml/alias-expansion"
}
