import CatalogModel
import DecisionEngine
import DesignModel
import Diagnostics
import Generation
import Reporting
import Requirements
import TestSupport
import YAMLSyntax

/// The templates of this repository, checked against its catalog.
struct ShippedTemplates {
  let catalog: Catalog
  let set: TemplateSet
  let findings: [Diagnostic]

  init() throws {
    catalog = try Repository.catalog()
    var bag = DiagnosticBag()
    let files = try Repository.paths(below: "templates").map { path in
      TemplateFile(path: path, contents: .text(try Repository.file("templates/" + path)))
    }
    set = TemplateSet.check(files, against: catalog, into: &bag)
    findings = bag.sorted
  }

  /// The paths of all profiles that are generated in tests.
  static var profiles: [String] {
    ["examples", "Tests/Fixtures/profiles"].flatMap { folder in
      Repository.paths(below: folder).filter { $0.hasSuffix(".yaml") && !$0.contains("/") }.map {
        folder + "/" + $0
      }
    }
  }

  /// What is generated for a profile, and what is found.
  func generate(
    _ path: String, _ settings: WorkspaceSettings = WorkspaceSettings()
  ) throws -> (files: [GeneratedFile]?, findings: [Diagnostic]) {
    generate(try Repository.file(path), settings)
  }

  /// What is generated for the text of a profile, and what is found.
  func generate(
    _ file: SourceFile, _ settings: WorkspaceSettings = WorkspaceSettings()
  ) -> (files: [GeneratedFile]?, findings: [Diagnostic]) {
    var bag = DiagnosticBag()
    guard let tree = YAMLTree.parse(file, into: &bag) else { return (nil, bag.sorted) }
    let profile = ProfileReader(vocabulary: catalog.vocabulary).read(tree)
    let decision = DecisionTable(catalog).decide(profile.answers)
    let design = Design(profile, decision, catalog, settings)
    let generator = Generator(
      templates: set, catalog: catalog, identity: GeneratorIdentity(version: "0.0.0"))
    let files = generator.generate(design, of: profile, into: &bag)
    return (files, bag.sorted)
  }

  /// The findings that are no mere remarks on what is left out.
  static func unexpected(_ findings: [Diagnostic]) -> [Diagnostic] {
    findings.filter { $0.id != .generationLeftOut }
  }

  /// The findings as a person sees them.
  static func text(_ findings: [Diagnostic]) -> String {
    DiagnosticRenderer(style: .plain).render(findings)
  }
}
