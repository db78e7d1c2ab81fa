import CatalogModel
import Diagnostics
import Requirements
import Templating
import YAMLSyntax

/// Reads the description of one kind of artefact, whose shape was checked.
struct KindReader {
  /// The templates of the kind's folder.
  let templates: TemplateLibrary
  let partials: TemplateLibrary
  /// The names of all files that templates and partials stand in, well-formed or not.
  let present: Set<String>
  let digests: TemplateDigests
  let conditions: ConditionReader
  /// Whether nothing can be wrong in the files of the kind, so that there is no hurry to read them.
  let isChecked: Bool

  func read(_ root: YAMLNode, into bag: inout DiagnosticBag) -> ArtifactKind? {
    guard let id = root["id"]?.located else { return nil }
    let contents: OnDemand<KindDescription.Contents>
    if isChecked {
      contents = OnDemand {
        var bag = DiagnosticBag()
        return readContents(root, into: &bag)
      }
    } else {
      contents = OnDemand(made: readContents(root, into: &bag))
    }
    let description = KindDescription(
      title: root["title"]?.text ?? "",
      when: root.items("when").map { readApplicability($0, into: &bag) },
      unless: root.items("unless").map { readApplicability($0, into: &bag) },
      requiredWhen: root.items("required-when").map { readApplicability($0, into: &bag) },
      scope: root["for-each"]?.word() ?? .design,
      needs: root.items("needs").compactMap { $0.word(without: "contract.") },
      refuses: root.items("refuses").compactMap { $0.word() },
      serves: root.items("serves").compactMap(\.located),
      accepts: readPredicate(root["accepts"], into: &bag),
      alongWith: root.items("along-with").compactMap(\.located),
      citations: root.items("source").compactMap(\.located).map(Self.citation),
      location: id.location, contents: contents)
    return ArtifactKind(id: id.value, description)
  }

  private func readContents(_ root: YAMLNode, into bag: inout DiagnosticBag) -> KindDescription.Contents {
    let files = root.items("files").compactMap { readFile($0, into: &bag) }
    return KindDescription.Contents(
      files: files, names: UsedNames.names(in: files, partials),
      usesEventMembers: UsedNames.use("members", in: files, partials))
  }

  private static func citation(_ text: Located<String>) -> Located<Citation> {
    let parts = text.value.split(separator: "#", maxSplits: 1).map(String.init)
    let citation = Citation(source: parts.first ?? "", section: parts.count > 1 ? parts[1] : nil)
    return Located(value: citation, location: text.location)
  }

  private func readApplicability(_ node: YAMLNode, into bag: inout DiagnosticBag) -> Applicability {
    Applicability(
      technologies: node.items("technologies").compactMap(\.located),
      besides: node.items("besides").compactMap(\.located),
      patterns: node.items("patterns").compactMap(\.located),
      topologies: node.items("topologies").compactMap(\.located),
      practices: node.items("practices").compactMap(\.located),
      profile: readPredicate(node["profile"], into: &bag),
      contract: node.items("contract").compactMap { $0.word() })
  }

  /// No condition where there is nothing to read.
  private func readPredicate(_ node: YAMLNode?, into bag: inout DiagnosticBag) -> Predicate {
    node.map { conditions.readPredicate($0, into: &bag) } ?? Predicate(tests: [])
  }

  private func readFile(_ node: YAMLNode, into bag: inout DiagnosticBag) -> ArtifactFile? {
    guard let path = node["path"]?.located, let name = node["template"]?.located,
      let language: TargetLanguage = node["language"]?.word(),
      let ownership: Ownership = node["ownership"]?.word()
    else { return nil }
    let pathTemplate = Template.parse(path, into: &bag)
    if !isChecked { checkPath(path, into: &bag) }
    let formerPaths = node.items("renamed-from").compactMap(\.located).compactMap {
      Template.parse($0, into: &bag)
    }
    let seal = node["seal"]?.located.flatMap { Template.parse($0, into: &bag) }
    guard let template = template(name, into: &bag), let pathTemplate else { return nil }
    return ArtifactFile(
      path: pathTemplate, pathLocation: path.location, template: template, language: language,
      ownership: ownership, isExecutable: node["executable"]?.textEquals("true") ?? false,
      each: node["each"]?.text?.split(separator: ".").map(String.init),
      since: node["since"]?.text.flatMap { Int($0) },
      maximumLength: node["max-characters"]?.text.flatMap { Int($0) },
      digest: digests.digest(of: template, path: path.value), formerPaths: formerPaths, seal: seal)
  }

  /// Reports a path that no contract could make one of the target folder; what stands in tags is any name.
  private func checkPath(_ path: Located<String>, into bag: inout DiagnosticBag) {
    var (example, rest) = ("", path.value[...])
    while let start = rest.firstRange(of: "{{"), let end = rest[start.upperBound...].firstRange(of: "}}") {
      example += rest[..<start.lowerBound] + "x"
      rest = rest[end.upperBound...]
    }
    do throws(RelativePath.Failure) {
      guard try RelativePath(example + rest).isReservedForState else { return }
      bag.add(
        Diagnostic(
          .planReservedPath, "'\(path.value)' lies in the folder that Bascule keeps for itself",
          at: path.location))
    } catch { bag.add(error.diagnostic(for: path.value, at: path.location)) }
  }

  /// A template of the folder, or without an extension a partial.
  private func template(_ name: Located<String>, into bag: inout DiagnosticBag) -> Template? {
    let isPartial = !name.value.contains(".")
    if let template = isPartial ? partials[name.value] : templates[name.value] { return template }
    // What is wrong with it was reported where it stands.
    if present.contains(name.value) { return nil }
    bag.add(
      .unknown(
        name.value, as: isPartial ? "partial" : "template in the kind's folder,", at: name.location,
        known: isPartial ? partials.names : templates.names, .templatesNoTemplate))
    return nil
  }
}

extension NameRule {
  /// Reads one name, whose shape was checked.
  static func read(_ key: YAMLNode, _ node: YAMLNode, into bag: inout DiagnosticBag) -> NameRule? {
    guard let id = key.text, let stem = node["stem"]?.located, let scope: Scope = node["of"]?.word(),
      let style: NameStyle = node["rules"]?.word(), let template = Template.parse(stem, into: &bag)
    else { return nil }
    return NameRule(
      id: id, scope: scope, prefix: node["prefix"]?.text ?? "", suffix: node["suffix"]?.text ?? "",
      stem: template, style: style, location: stem.location)
  }
}

extension MetadataType {
  /// Reads one type, whose shape was checked.
  static func read(_ key: YAMLNode, _ node: YAMLNode) -> MetadataType? {
    guard let name = key.text, let path = node["path"]?.text else { return nil }
    return MetadataType(
      name: name, path: path, elements: node["elements"]?.text, whole: node["part-of"]?.text,
      definedOn: Dictionary(
        node["defined-on"]?.entries.compactMap { key, value in
          key.text.flatMap { key in value.text.map { (key, $0) } }
        } ?? []
      ) { first, _ in first })
  }
}

extension ListRule {
  /// Reads one list, whose shape was checked.
  static func read(_ key: YAMLNode, _ node: YAMLNode) -> ListRule? {
    guard let path = key.text else { return nil }
    return ListRule(container: path.split(separator: "/").map(String.init), items: items(in: node))
  }

  private static func items(in node: YAMLNode) -> [Item] {
    guard let items = node["items"] else { return [] }
    return items.entries.compactMap { key, item in
      key.text.map {
        Item(name: $0, keys: item.items("told-apart-by").compactMap(\.text), inner: Self.items(in: item))
      }
    }
  }
}

extension CompoundType {
  /// Reads one type, whose shape was checked.
  static func read(_ key: YAMLNode, _ node: YAMLNode, into bag: inout DiagnosticBag) -> CompoundType? {
    guard let name = key.text, let fields = node["fields"] else { return nil }
    return CompoundType(
      name: name, parts: node.items("parts").compactMap(\.text),
      fields: fields.entries.compactMap { CompoundPattern.read($0.key, $0.value, into: &bag) },
      objects: node.items("objects").compactMap(\.text))
  }
}

extension CompoundPattern {
  /// Reads what one field is called, whose shape was checked.
  static func read(_ key: YAMLNode, _ node: YAMLNode, into bag: inout DiagnosticBag) -> CompoundPattern? {
    guard let whole = key.text, let parts = node.text else { return nil }
    let pattern = CompoundPattern(whole: whole, parts: parts)
    if !pattern.isComplete {
      bag.add(
        Diagnostic(
          .templatesCompoundName, "NAME stands in only one of '\(whole)' and '\(parts)'", at: node.location,
          fixes: [.init("begin both with NAME, or neither")]))
    }
    return pattern
  }
}

extension Template {
  /// A template that stands within a YAML file; what is wrong with it is reported at its place there.
  static func parse(_ text: Located<String>, into bag: inout DiagnosticBag) -> Template? {
    var own = DiagnosticBag()
    let template = parse(SourceFile(name: text.location.file.name, text: text.value), into: &own)
    bag.add(contentsOf: own.moved(to: text.location))
    return template
  }
}

extension DiagnosticBag {
  /// The same findings, all at one place.
  func moved(to location: SourceLocation) -> DiagnosticBag {
    var bag = DiagnosticBag()
    for finding in diagnostics {
      bag.add(
        Diagnostic(
          finding.id, finding.message, severity: finding.severity, at: location, notes: finding.notes,
          fixes: finding.fixes.map { Diagnostic.Fix($0.summary) }))
    }
    return bag
  }
}

extension YAMLNode {
  /// The text of a scalar, with its place.
  var located: Located<String>? { text.map { Located(value: $0, location: location) } }

  /// The elements of a list under a key; anything else counts as a list of one.
  func items(_ key: String) -> [YAMLNode] {
    guard let value = self[key] else { return [] }
    return value.kind == .sequence ? Array(value.elements) : [value]
  }

  /// The word of an enumeration.
  func word<Word: RawRepresentable<String>>(without prefix: String = "") -> Word? {
    guard let text, text.hasPrefix(prefix) else { return nil }
    return Word(rawValue: String(text.dropFirst(prefix.count)))
  }
}
