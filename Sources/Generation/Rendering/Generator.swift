package import CatalogModel
package import DesignModel
package import Diagnostics
package import Hashing
package import Requirements
import Templating

/// Renders the artefacts of designs.
package struct Generator: Sendable {
  private let templates: TemplateSet
  private let catalog: Catalog
  private let identity: GeneratorIdentity

  package init(templates: TemplateSet, catalog: Catalog, identity: GeneratorIdentity) {
    self.templates = templates
    self.catalog = catalog
    self.identity = identity
  }

  /// The files of a profile's design, by path; `nil` where anything is wrong, and the bag says what.
  ///
  /// Every file is parsed in its own language, except one that is exactly as it was when it was written
  /// before, which `known` tells.
  ///
  /// - Parameter willBeWritten: whether what a manifest says of files is found while they are parsed.
  package func generate(
    _ design: Design, of profile: Profile, known: [RelativePath: Digest] = [:], willBeWritten: Bool = false,
    into bag: inout DiagnosticBag
  ) -> [GeneratedFile]? {
    var own = DiagnosticBag()
    let files = generate(design, profile, known, willBeWritten, into: &own)
    bag.add(contentsOf: own)
    return own.hasErrors ? nil : files
  }

  private func generate(
    _ design: Design, _ profile: Profile, _ known: [RelativePath: Digest], _ willBeWritten: Bool,
    into bag: inout DiagnosticBag
  ) -> [GeneratedFile] {
    let selection = KindSelection(templates: templates, design: design)
    selection.checkNeeds(of: profile, catalog.vocabulary, into: &bag)
    guard !bag.hasErrors else { return [] }
    let context = DesignContext(
      design, catalog, templates, making: selection, generator: identity, into: &bag)
    guard !bag.hasErrors else { return [] }
    let renderer = ArtifactRenderer(
      context: context, partials: templates.partials, lists: templates.formats.lists, known: known,
      findsForms: willBeWritten,
      contractPlace: profile.contractPlace ?? profile.file.location(ofBytes: 0..<0))
    let artifacts = selection.selected.flatMap { renderer.render($0, into: &bag) }
    // Numbers are sorted, because an artefact costs much to move.
    let order = artifacts.indices.sorted { artifacts[$0].file.path < artifacts[$1].file.path }
    let sorted = order.map { artifacts[$0] }
    PathCheck.check(sorted, into: &bag)
    return sorted.map(\.file)
  }
}
