import Diagnostics
import YAMLSyntax

/// Files that stand where a catalog or an overlay has none; those of one folder are one finding.
struct StrayFiles {
  /// What they are no files of, such as `a catalog`.
  let whole: String

  /// - Parameter note: what else is to be said of a file.
  func report(
    _ files: [CatalogFile], into bag: inout DiagnosticBag, note: (CatalogFile) -> String? = { _ in nil }
  ) {
    let expected = "entries stand in " + CatalogCheck.folders.map { $0 + "/" }.joined(separator: ", ")
    for (folder, files) in Dictionary(grouping: files, by: Self.strayFolder).sorted(by: { $0.key < $1.key }) {
      guard let folder = folder.isEmpty ? nil : folder, files.count > 1 else {
        for file in files {
          bag.add(
            Diagnostic(
              .strayFile, "'\(file.path)' is no file of \(whole)", at: file.tree.root.location,
              notes: [expected] + [note(file)].compactMap { $0 }, fixes: Self.fixes(folder)))
        }
        continue
      }
      let first = files.min { $0.path < $1.path }
      bag.add(
        Diagnostic(
          .strayFile, "'\(folder)/' is no folder of \(whole), and none of its \(files.count) files is read",
          at: first?.tree.root.location, notes: [expected], fixes: Self.fixes(folder)))
    }
  }

  /// The outermost folder on the way to a file that does not belong; empty for a file at the top.
  private static func strayFolder(of file: CatalogFile) -> String {
    let names = file.folder.split(separator: "/")
    guard let first = names.first else { return "" }
    return CatalogCheck.folders.contains(String(first))
      ? names.prefix(2).joined(separator: "/") : String(first)
  }

  private static func fixes(_ folder: String) -> [Diagnostic.Fix] {
    nearestSpelling(to: folder, among: CatalogCheck.folders).map { [.init("did you mean '\($0)/'?")] } ?? []
  }
}
