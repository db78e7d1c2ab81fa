package import CatalogModel
package import Diagnostics
package import Requirements
package import Templating
import YAMLSyntax

/// Everything below the templates' folder: the kinds of artefacts, their templates, and the names.
package struct TemplateSet: Sendable {
  /// By id.
  package let kinds: [ArtifactKind]
  /// By id.
  package let names: Entries<NameRule>
  /// The ids of the rules whose names the stems of others use; `nil` for those of all.
  let namesInStems: Set<String>?
  package let reserved: ReservedWords
  package let formats: FormatFacts
  /// What change events carry within other fields.
  package let compounds: OnDemand<CompoundTypes>
  package let partials: TemplateLibrary

  /// Reads files that are known to be right, in any order, and the templates only when they are asked for.
  package static func read(
    _ files: [TemplateFile], _ vocabulary: Vocabulary, into bag: inout DiagnosticBag
  ) -> TemplateSet {
    TemplateFolder(files).read(vocabulary, areChecked: true, into: &bag)
  }

  /// Checks and reads files; everything that is wrong in them, and in what they refer to, is reported.
  package static func check(
    _ files: [TemplateFile], against catalog: Catalog, into bag: inout DiagnosticBag
  ) -> TemplateSet {
    let folder = TemplateFolder(files)
    folder.checkShapes(into: &bag)
    guard !bag.hasErrors else { return folder.read(catalog.vocabulary, areChecked: false, into: &bag) }
    let set = folder.read(catalog.vocabulary, areChecked: false, into: &bag)
    TemplateSetCheck(set: set, folder: folder, catalog: catalog).run(into: &bag)
    return set
  }

  /// The rules with these ids and those that stems need, by id; all of them where an id is none, so that what is wrong
  /// can be said.
  func names(_ ids: Set<String>?) -> [NameRule] {
    guard let ids, let namesInStems else { return Array(names) }
    let wanted = ids.union(namesInStems)
    let numbers = names.ids.enumerated().filter { wanted.contains($0.element) }.map(\.offset)
    return numbers.count == wanted.count ? numbers.map { names[$0] } : Array(names)
  }

  /// The kind with an id.
  package func kind(_ id: String) -> ArtifactKind? { kinds.first { $0.id == id } }
}
