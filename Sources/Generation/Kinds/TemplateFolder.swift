import CatalogModel
import Diagnostics
import DocumentSchema
import Requirements
import Templating
import YAMLSyntax

/// The files of the templates' folder, sorted by what they are.
struct TemplateFolder {
  /// The description of each kind, by its folder's name.
  private(set) var descriptions: [String: TemplateFile] = [:]
  /// The templates of each kind, by its folder's name and their own.
  private(set) var templates: [String: [String: TemplateFile]] = [:]
  private(set) var partials: [TemplateFile] = []
  private(set) var misplaced: [TemplateFile] = []
  private var languages: [TemplateFile] = []
  private var names: [TemplateFile] = []
  private var metadata: [TemplateFile] = []
  private var lists: [TemplateFile] = []
  private var compounds: [TemplateFile] = []

  init(_ files: [TemplateFile]) {
    for file in files.sorted(by: { $0.path < $1.path }) { sort(file) }
  }

  private mutating func sort(_ file: TemplateFile) {
    let parts = file.path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    let isTemplate = file.path.utf8.suffix(9).elementsEqual(".mustache".utf8) && file.text != nil
    switch (parts.count, parts.first, parts.last) {
    case (1, "names.yaml", _): names.append(file)
    case (1, "metadata.yaml", _): metadata.append(file)
    case (1, "lists.yaml", _): lists.append(file)
    case (1, "compound-fields.yaml", _): compounds.append(file)
    case (2..., "partials", _) where isTemplate: partials.append(file)
    case (2, "languages", let name?) where name.hasSuffix(".yaml"): languages.append(file)
    case (2, let folder?, "kind.yaml"): descriptions[folder] = file
    case (2, let folder?, let name?) where isTemplate: templates[folder, default: [:]][name] = file
    default: misplaced.append(file)
    }
  }

  /// Reports files where none belong, and YAML files that do not have their shape.
  func checkShapes(into bag: inout DiagnosticBag) {
    reportMisplaced(into: &bag)
    let documents =
      names + metadata + lists + compounds + languages + descriptions.sorted { $0.key < $1.key }.map(\.value)
    for file in documents {
      guard let shape = TemplateShape.shape(of: file.path), let tree = file.document(into: &bag) else {
        continue
      }
      shape.check(tree.root, into: &bag)
    }
  }

  /// Reports files that stand where templates have none; those of one folder are one finding.
  private func reportMisplaced(into bag: inout DiagnosticBag) {
    let folders = Dictionary(grouping: misplaced) { strayFolder(of: $0) }
    for (folder, files) in folders.sorted(by: { $0.key < $1.key }) {
      // Its templates are misplaced with it.
      let all = files + (templates[folder].map { Array($0.values) } ?? [])
      guard !folder.isEmpty, all.count > 1, let first = all.min(by: { $0.path < $1.path }) else {
        for file in files {
          bag.add(
            Diagnostic(
              .templatesMisplaced, "\(quoted(file.path)) is no file of the templates", at: file.location))
        }
        continue
      }
      bag.add(
        Diagnostic(
          .templatesMisplaced,
          "\(quoted(folder + "/")) is no folder of the templates, and none of its \(all.count) files is read",
          at: first.location))
    }
  }

  /// The outermost folder on the way to a file that does not belong; empty for a file that stands alone where it does not.
  private func strayFolder(of file: TemplateFile) -> String {
    let names = file.path.split(separator: "/").dropLast()
    guard let first = names.first.map(String.init) else { return "" }
    guard descriptions[first] != nil || first == "partials" || first == "languages" else { return first }
    return names.count > 1 ? names.prefix(2).joined(separator: "/") : ""
  }

  /// Reads everything, except that of files that are known to be right the templates are parsed later, when they
  /// are asked for.
  func read(_ vocabulary: Vocabulary, areChecked: Bool, into bag: inout DiagnosticBag) -> TemplateSet {
    let sources = partials.compactMap { file in file.text.map { (name: file.partialName, file: $0) } }
    let partials = library(sources, areChecked, into: &bag)
    let names = readNames(into: &bag)
    return TemplateSet(
      kinds: readKinds(partials, ConditionReader(vocabulary: vocabulary), areChecked, into: &bag),
      names: Entries(names), namesInStems: UsedNames.names(in: names.map(\.stem), partials),
      reserved: readReserved(into: &bag),
      formats: FormatFacts(metadata: readMetadata(into: &bag), lists: readLists(into: &bag)),
      compounds: readCompounds(areChecked, into: &bag), partials: partials
    )
  }

  private func library(
    _ sources: [(name: String, file: SourceFile)], _ areChecked: Bool, into bag: inout DiagnosticBag
  ) -> TemplateLibrary {
    areChecked ? TemplateLibrary.holding(sources) : TemplateLibrary.parse(sources, into: &bag)
  }

  private func readKinds(
    _ partials: TemplateLibrary, _ conditions: ConditionReader, _ areChecked: Bool,
    into bag: inout DiagnosticBag
  ) -> [ArtifactKind] {
    let digests = TemplateDigests(partials)
    return descriptions.sorted { $0.key < $1.key }.compactMap { folder, description in
      guard let tree = description.document(into: &bag) else { return nil }
      let sources = (templates[folder] ?? [:]).sorted { $0.key < $1.key }.compactMap { name, file in
        file.text.map { (name: name, file: $0) }
      }
      let reader = KindReader(
        templates: library(sources, areChecked, into: &bag), partials: partials,
        present: areChecked ? [] : Set(sources.map(\.name) + self.partials.map(\.partialName)),
        digests: digests,
        conditions: conditions, isChecked: areChecked)
      return reader.read(tree.root, into: &bag)
    }
  }

  private func readNames(into bag: inout DiagnosticBag) -> [NameRule] {
    entries(of: names, into: &bag).compactMap { NameRule.read($0.key, $0.value, into: &bag) }
      .sorted { $0.id < $1.id }
  }

  private func readMetadata(into bag: inout DiagnosticBag) -> MetadataTypes {
    MetadataTypes(entries(of: metadata, into: &bag).compactMap { MetadataType.read($0.key, $0.value) })
  }

  private func readLists(into bag: inout DiagnosticBag) -> DocumentLists {
    DocumentLists(entries(of: lists, into: &bag).compactMap { ListRule.read($0.key, $0.value) })
  }

  private func readCompounds(
    _ areChecked: Bool, into bag: inout DiagnosticBag
  ) -> OnDemand<CompoundTypes> {
    guard areChecked else { return OnDemand(made: readCompounds(into: &bag)) }
    return OnDemand {
      var bag = DiagnosticBag()
      return readCompounds(into: &bag)
    }
  }

  private func readCompounds(into bag: inout DiagnosticBag) -> CompoundTypes {
    CompoundTypes(
      entries(of: compounds, into: &bag).compactMap { CompoundType.read($0.key, $0.value, into: &bag) })
  }

  /// What YAML files that are dictionaries hold.
  private func entries(
    of files: [TemplateFile], into bag: inout DiagnosticBag
  ) -> [(key: YAMLNode, value: YAMLNode)] {
    files.flatMap { file in file.document(into: &bag).map { Array($0.root.entries) } ?? [] }
  }

  private func readReserved(into bag: inout DiagnosticBag) -> ReservedWords {
    var reserved = ReservedWords()
    for file in languages {
      guard let root = file.document(into: &bag)?.root, let id = root["id"]?.text else { continue }
      reserved.add(root.items("reserved-words").compactMap(\.text), of: id)
    }
    return reserved
  }
}
