import CatalogModel
import Diagnostics
import Requirements
import Templating
import YAMLSyntax

/// Checks that the templates hold together, and that everything that they name exists.
struct TemplateSetCheck {
  let set: TemplateSet
  let folder: TemplateFolder
  let catalog: Catalog

  func run(into bag: inout DiagnosticBag) {
    checkFolders(into: &bag)
    for kind in set.kinds { check(kind, into: &bag) }
    for rule in set.names { check(rule.stem.names, movedTo: rule.location, into: &bag) }
    set.partials.checkPartials(into: &bag)
    for name in set.partials.names {
      guard let partial = set.partials[name] else { continue }
      check(partial.names, into: &bag)
    }
    // A template that cannot be parsed cannot be used either, and is reported for that.
    if !bag.hasErrors { checkUse(into: &bag) }
  }

  private func checkFolders(into bag: inout DiagnosticBag) {
    for (name, templates) in folder.templates.sorted(by: { $0.key < $1.key })
    where folder.descriptions[name] == nil {
      guard let file = templates.values.min(by: { $0.path < $1.path }) else { continue }
      bag.add(
        Diagnostic(
          .templatesMisplaced, "the folder \(quoted(name)) of templates has no kind.yaml", at: file.location))
    }
    for (name, description) in folder.descriptions.sorted(by: { $0.key < $1.key }) {
      guard let id = description.document(into: &bag)?.root["id"], id.text != name else { continue }
      bag.add(
        Diagnostic(
          .templatesMisplaced, "the kind \(quoted(id.text ?? "")) lies in the folder '\(name)'",
          at: id.location))
    }
  }

  private func check(_ kind: ArtifactKind, into bag: inout DiagnosticBag) {
    for alternative in kind.when + kind.unless + kind.requiredWhen {
      let technologies = catalog.candidates(of: .technology).map(\.id)
      expect(alternative.technologies, "technology", among: technologies, into: &bag)
      expect(alternative.practices, "practice", among: catalog.practices.ids, into: &bag)
      let patterns = catalog.candidates(of: .pattern).map(\.id)
      expect(alternative.patterns, "pattern", among: patterns, into: &bag)
      let topologies = catalog.candidates(of: .topology).map(\.id)
      expect(alternative.topologies, "topology", among: topologies, into: &bag)
    }
    expect(kind.serves, "technology", among: catalog.candidates(of: .technology).map(\.id), into: &bag)
    expect(kind.alongWith, "kind", among: set.kinds.map(\.id), into: &bag)
    for citation in kind.citations { check(citation, into: &bag) }
    for file in kind.files {
      checkMetadata(of: file, into: &bag)
      set.partials.checkPartials(of: file.template, into: &bag)
      check(file.template.names, into: &bag)
      let besides = file.formerPaths + (file.seal.map { [$0] } ?? [])
      for names in ([file.path] + besides).map(\.names) {
        check(names, movedTo: file.pathLocation, into: &bag)
      }
    }
  }

  private func expect(
    _ ids: [Located<String>], _ what: String, among known: [String], into bag: inout DiagnosticBag
  ) {
    for id in ids where !known.contains(id.value) {
      bag.add(.unknown(id.value, as: what, at: id.location, known: known))
    }
  }

  private func check(_ citation: Located<Citation>, into bag: inout DiagnosticBag) {
    guard let source = catalog.source(citation.value.source) else {
      let known = catalog.sources.ids
      bag.add(.unknown(citation.value.source, as: "source", at: citation.location, known: known))
      return
    }
    guard let section = citation.value.section, source.sections[section] == nil else { return }
    bag.add(
      .unknown(
        section, as: "section of '\(source.id)'", at: citation.location,
        known: source.sections.keys.sorted(), canEdit: false))
  }
}

/// What an org holds has to be known by its path, so that it can be removed from there.
extension TemplateSetCheck {
  private func checkMetadata(of file: ArtifactFile, into bag: inout DiagnosticBag) {
    let text = Self.withoutTags(file.path.file.contents)
    guard text.contains("/main/default/"), let path = try? RelativePath(text),
      !set.formats.metadata.matches(path)
    else { return }
    bag.add(
      Diagnostic(
        .templatesUnknownMetadata, "no type of metadata.yaml has such a path", at: file.pathLocation,
        fixes: [.init("describe in metadata.yaml what component of an org the file holds")]))
  }

  /// A path with a letter in place of everything that a design fills in.
  private static func withoutTags(_ path: [UInt8]) -> String {
    var text = String(decoding: path, as: UTF8.self)
    while let start = text.firstRange(of: "{{"), let end = text[start.upperBound...].firstRange(of: "}}") {
      text.replaceSubrange(start.lowerBound..<end.upperBound, with: "X")
    }
    return text
  }
}

/// Names that lead to entries of the catalog or of names.yaml.
extension TemplateSetCheck {
  private func check(
    _ names: [TemplateName], movedTo location: SourceLocation? = nil, into bag: inout DiagnosticBag
  ) {
    for name in names where name.use != .partial {
      let parts = name.text.split(separator: ".").map(String.init)
      let path = parts.first == "message" ? Array(parts.dropFirst()) : parts
      guard let first = path.first, path.count > 1 else { continue }
      check(first, Array(path.dropFirst()), at: location ?? name.location, into: &bag)
    }
  }

  private func check(
    _ first: String, _ rest: [String], at location: SourceLocation, into bag: inout DiagnosticBag
  ) {
    switch first {
    case "names": expect(rest[0], "name in names.yaml,", set.names.ids, at: location, into: &bag)
    case "uses":
      expect(rest[0], "technology", catalog.candidates(of: .technology).map(\.id), at: location, into: &bag)
    case "obliges": expect(rest[0], "practice", catalog.practices.ids, at: location, into: &bag)
    case "makes": expect(rest[0], "kind", set.kinds.map(\.id), at: location, into: &bag)
    case "profile": checkRequirement(rest, at: location, into: &bag)
    default: break
    }
  }

  private func checkRequirement(
    _ parts: [String], at location: SourceLocation, into bag: inout DiagnosticBag
  ) {
    guard parts.count > 1 else { return }
    let id = RequirementID(section: parts[0], key: parts[1])
    let known = catalog.vocabulary.requirements.map(\.id.description)
    expect(id.description, "requirement", known, at: location, into: &bag)
    guard parts.count == 4, ["is", "has"].contains(parts[2]), let index = catalog.vocabulary.index(of: id)
    else {
      return
    }
    expect(parts[3], "answer to '\(id)',", catalog.vocabulary[index].type.words, at: location, into: &bag)
  }

  private func expect(
    _ text: String, _ what: String, _ known: [String], at location: SourceLocation,
    into bag: inout DiagnosticBag
  ) {
    guard !known.contains(text) else { return }
    bag.add(.unknown(text, as: what, at: location, known: known, canEdit: false))
  }
}

/// Templates that nothing uses.
extension TemplateSetCheck {
  private func checkUse(into bag: inout DiagnosticBag) {
    let used = Set(set.kinds.flatMap { $0.files.map(\.template.file) })
    for (name, templates) in folder.templates.sorted(by: { $0.key < $1.key })
    where folder.descriptions[name] != nil {
      for file in templates.values.sorted(by: { $0.path < $1.path })
      where file.text.map(used.contains) == false {
        reportUnused("template", file, into: &bag)
      }
    }
    let templates =
      set.kinds.flatMap { $0.files.map(\.template) } + set.partials.names.compactMap { set.partials[$0] }
    let included = Set(templates.flatMap(\.names).filter { $0.use == .partial }.map(\.text))
    for file in folder.partials
    where !included.contains(file.partialName) && file.text.map(used.contains) == false {
      reportUnused("partial", file, into: &bag)
    }
  }

  private func reportUnused(_ what: String, _ file: TemplateFile, into bag: inout DiagnosticBag) {
    bag.add(
      Diagnostic(.templatesUnused, "nothing uses the \(what) \(quoted(file.path))", at: file.location))
  }
}
