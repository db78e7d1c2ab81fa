package import Diagnostics
import DocumentSchema
import JSONSyntax
package import Reporting
package import YAMLSyntax

/// What there is to know about one kind of diagnostic.
package struct DiagnosticPage: Sendable, Hashable {
  package let id: DiagnosticID
  /// One line.
  package let title: String
  package let means: String
  package let example: String
  package let fix: String

  /// The pages of one file, which has the name of their area.
  package static func read(_ tree: YAMLTree, area: String) -> [DiagnosticPage] {
    tree.root.entries.compactMap { entry in
      guard let name = entry.key.text else { return nil }
      func text(_ key: String) -> String { entry.value[key]?.text ?? "" }
      return DiagnosticPage(
        id: DiagnosticID("\(area)/\(name)"), title: text("title"), means: text("means"),
        example: text("example"), fix: text("fix"))
    }
  }

  /// Checks a file of pages.
  package static func check(_ tree: YAMLTree, into bag: inout DiagnosticBag) {
    shape.check(tree.root, into: &bag)
  }

  private static let shape = Shape.dictionary(
    of: .mapping([
      .required("title", .text(length: 1...100, singleLine: true)),
      .required("means", .text(length: 1...400)), .required("example", .text(length: 1...400)),
      .required("fix", .text(length: 1...400)),
    ]),
    keys: TextPattern("the rest of an id such as unknown-key", "^[a-z0-9]+(-[a-z0-9]+)*$"), minimum: 1)

  package var report: Report {
    Report(
      blocks: [
        .heading(level: 1, "\(RichText(title)) (\(id.description))"), .paragraph(RichText(means, .prose)),
        .paragraph(RichText("Example: ", .strong) + RichText(example, .code)),
        .paragraph(RichText("What to do: ", .strong) + RichText(fix, .prose)),
      ],
      payload: [
        "schema": "entry/1", "kind": "diagnostic", "id": .string(id.description), "title": .string(title),
        "means": .string(means), "example": .string(example), "fix": .string(fix),
      ])
  }
}
