import CatalogModel
import DecisionEngine
import DesignModel
import Diagnostics
import Requirements
@testable import Generation
import Templating
import TestSupport
import Testing

/// The whole of what templates are given, as a page that shows the effect of a change.
@Suite struct ContextPageTests {
  private static let contract = """
    contract:
      endpoint: { base-url: "https://erp.example.com", named-credential: ERP }
      event: Order_Requested__e
      messages:
        - name: create-order
          operation: create
          path: /orders
          fields: [ { salesforce: Id, external: dealId, type: string } ]
          examples: [ { request: { dealId: A-1 } } ]

    """

  @Test func hasEveryNameOfTheContract() throws {
    let catalog = try SampleCatalog.make()
    let profile = try SampleProfile.read(SampleProfile.head + Self.contract, catalog)
    let design = Design(profile, DecisionTable(catalog).decide(profile.answers), catalog, WorkspaceSettings())
    var bag = DiagnosticBag()
    let set = TemplateSet.check(SampleTemplates.with(), against: catalog, into: &bag)
    let context = DesignContext(
      design, catalog, set, making: KindSelection(templates: set, design: design),
      generator: GeneratorIdentity(version: "1.2.3"), into: &bag)
    try #require(bag.isEmpty)
    let page = ContextPage.lines(.object(context.design)).joined(separator: "\n") + "\n"
    #expect(Golden.difference(of: page, from: "contexts/sample.txt") == nil)
  }
}

/// A context as indented lines, without what every element of a list has.
private enum ContextPage {
  static func lines(_ value: TemplateValue, name: String = "context", depth: Int = 0) -> [String] {
    let start = String(repeating: "  ", count: depth) + name + ":"
    switch value {
    case .null: return [start + " null"]
    case .bool(let truth): return ["\(start) \(truth)"]
    case .integer(let number): return ["\(start) \(number)"]
    case .string(let text): return ["\(start) \"\(text.replacing("\n", with: "\\n"))\""]
    case .list(let elements):
      guard !elements.isEmpty else { return [start + " []"] }
      return [start] + elements.flatMap { lines($0, name: "-", depth: depth + 1) }
    case .object(let object):
      if let flags = flags(object) { return ["\(start) \(flags)"] }
      return [start]
        + object.names.filter { !["first", "index", "last", "number"].contains($0) }.flatMap { name in
          object[name].map { lines($0, name: name, depth: depth + 1) } ?? []
        }
    }
  }

  /// An object of truth values on one line, those that hold in capitals.
  private static func flags(_ object: TemplateObject) -> String? {
    let words = object.names.compactMap { name in
      if case .bool(let truth)? = object[name] { truth ? name.uppercased() : name } else { nil }
    }
    return words.count == object.names.count ? words.joined(separator: " ") : nil
  }
}
