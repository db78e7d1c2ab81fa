import CatalogModel
import DecisionEngine
import DesignModel
import Diagnostics
@testable import Generation
import Requirements
import Templating
import TestSupport
import Testing

/// The page about templates and the contexts name the same things.
@Suite struct ContextDocumentationTests {
  private func context() throws -> DesignContext {
    let catalog = try SampleCatalog.make()
    let profile = try SampleProfile.read(SampleProfile.head + SampleProfile.contract, catalog)
    let design = Design(profile, DecisionTable(catalog).decide(profile.answers), catalog, WorkspaceSettings())
    var bag = DiagnosticBag()
    let set = TemplateSet.check(SampleTemplates.with(), against: catalog, into: &bag)
    return DesignContext(
      design, catalog, set, making: KindSelection(templates: set, design: design),
      generator: GeneratorIdentity(version: "1"), into: &bag)
  }

  /// The names in the first column of the table below a heading.
  private func documented(below heading: String) throws -> Set<String> {
    let page = try Repository.file("docs/templates.md")
    let lines = String(decoding: page.contents, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0 == heading })
    let table = lines[(start + 1)...].drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }
    let cells = table.dropFirst(2).map { $0.split(separator: "|")[0] }
    let names = cells.flatMap { cell in
      cell.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
        .map(\.element)
    }
    return Set(names.filter { !$0.hasPrefix(".") }.map { String($0.prefix { $0 != "." && $0 != "[" }) })
  }

  private func first(_ name: String, of object: TemplateObject) throws -> TemplateObject {
    guard case .list(let elements)? = object[name], case .object(let element)? = elements.first else {
      throw Missing(name: name)
    }
    return element
  }

  private struct Missing: Error { let name: String }

  @Test func agreeAboutTheDesign() throws {
    #expect(try documented(below: "## The context") == Set(try context().design.names))
  }

  @Test func agreeAboutMessages() throws {
    let message = try first("messages", of: try context().design)
    #expect(try documented(below: "### Of a message") == Set(message.names))
  }

  @Test func agreeAboutFields() throws {
    let field = try first("fields", of: try first("messages", of: try context().design))
    #expect(try documented(below: "### Of a field") == Set(field.names))
  }
}
