import CatalogModel
import Diagnostics
import Glibc
import Reporting
import Workspace
import YAMLSyntax

/// Checks `catalog/`, `templates/` and `diagnostics/` and writes them as one Swift file; run by the build.
@main
struct KnowledgeCompiler {
  static func main() {
    guard CommandLine.arguments.count == 3 else {
      tell("usage: CompileKnowledge PACKAGE-FOLDER OUTPUT-FILE\n")
      exit(2)
    }
    do throws(LoadFailure) {
      try compile(root: CommandLine.arguments[1], output: CommandLine.arguments[2])
    } catch {
      tell("error: \(error.description)\n")
      exit(1)
    }
  }

  private static func compile(root: String, output: String) throws(LoadFailure) {
    var bag = DiagnosticBag()
    let (catalog, catalogText) = try compileCatalog(folder: root + "/catalog", into: &bag)
    let templatesText = try compileTemplates(folder: root + "/templates", against: catalog, into: &bag)
    let texts = try compileTexts(folder: root + "/catalog")
    let pages = try compilePages(folder: root + "/diagnostics", into: &bag)
    report(bag)
    guard !bag.hasErrors else { exit(1) }
    write(catalogText + templatesText + texts + pages, to: output)
  }

  /// In the form in which a build shows errors: the path, the line and the column first.
  private static func report(_ bag: DiagnosticBag) {
    tell(DiagnosticRenderer(style: .plain).render(bag.sorted))
  }

  private static func write(_ text: String, to path: String) {
    let header = "// Made from catalog/, templates/ and diagnostics/ by the build.\n\n"
    guard let file = fopen(path, "w") else {
      tell("error: \(path) cannot be written: \(String(cString: strerror(errno)))\n")
      exit(1)
    }
    let hasFailed = fputs(header + text, file) < 0
    guard fclose(file) == 0, !hasFailed else {
      tell("error: \(path) cannot be written\n")
      exit(1)
    }
  }

  private static func tell(_ text: String) {
    var text = text
    text.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
