import Analysis
import Diagnostics
import EmbeddedKnowledge
import Reporting

/// The pages about diagnostics.
enum DiagnosticPages {
  /// Whether a name is that of a diagnostic, such as `shape/kind`: no entry of a catalog has a slash.
  static func isName(_ name: String) -> Bool { name.contains("/") }

  /// Every page.
  static var all: [DiagnosticPage] {
    EmbeddedPages.documents.flatMap { DiagnosticPage.read($0.tree, area: $0.area) }
  }

  /// The page of a diagnostic.
  ///
  /// - Throws: `ExitStatus` after the reason was shown.
  static func page(_ name: String, _ console: Console) throws -> Report {
    let pages = all
    if let page = pages.first(where: { $0.id.description == name }) { return page.report }
    let near = nearestSpelling(to: name, among: pages.map(\.id.description))
    let help = near.map { "; did you mean '\($0)'?" } ?? ""
    console.fail("there is no diagnostic '\(name)'\(help)")
    throw ExitStatus.invalidInput
  }
}
