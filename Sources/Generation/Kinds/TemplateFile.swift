package import Diagnostics
package import YAMLSyntax

/// One file of the templates' folder, from disk or embedded in the program.
package struct TemplateFile: Sendable {
  /// What is known of a file's contents.
  package enum Contents: Sendable {
    case text(SourceFile)
    case document(YAMLTree)
  }

  /// The endings of the files that the templates' folder holds.
  package static let endings = [".mustache", ".yaml"]

  /// From the templates' folder, with `/` between the components.
  package let path: String
  package let contents: Contents

  package init(path: String, contents: Contents) {
    self.path = path
    self.contents = contents
  }

  /// The file as text; `nil` where only its tree is known.
  var text: SourceFile? {
    switch contents {
    case .text(let file): file
    case .document: nil
    }
  }

  /// The file as a YAML document.
  func document(into bag: inout DiagnosticBag) -> YAMLTree? {
    switch contents {
    case .document(let tree): tree
    case .text(let file): YAMLTree.parse(file, into: &bag)
    }
  }

  /// Its beginning.
  var location: SourceLocation {
    switch contents {
    case .document(let tree): tree.root.location
    case .text(let file): file.location(ofBytes: 0..<0)
    }
  }

  /// The name under which templates include it.
  var partialName: String {
    String(path.dropFirst("partials/".count).dropLast(".mustache".count))
  }
}
