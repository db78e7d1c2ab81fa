package import Diagnostics

/// Templates by the names under which they include each other.
package struct TemplateLibrary: Sendable {
  private var templates: [String: OnDemand<Template?>] = [:]

  package init() {}

  /// Parses every file under its name; a file that is wrong is left out.
  package static func parse(
    _ files: [(name: String, file: SourceFile)], into bag: inout DiagnosticBag
  ) -> TemplateLibrary {
    var library = TemplateLibrary()
    for (name, file) in files {
      library[name] = Template.parse(file, into: &bag)
    }
    return library
  }

  /// Holds files that are known to be right, each of which is parsed when it is asked for.
  package static func holding(_ files: [(name: String, file: SourceFile)]) -> TemplateLibrary {
    holding(
      files.map { name, file in
        let template = OnDemand {
          var bag = DiagnosticBag()
          return Template.parse(file, into: &bag)
        }
        return (name, template)
      })
  }

  /// Holds templates that are made when they are asked for.
  package static func holding(_ templates: [(name: String, template: OnDemand<Template?>)]) -> TemplateLibrary
  {
    var library = TemplateLibrary()
    library.templates = Dictionary(templates.map { ($0.name, $0.template) }) { _, last in last }
    return library
  }

  /// The template under a name.
  package subscript(name: String) -> Template? {
    get { templates[name]?.value }
    set { templates[name] = newValue.map { OnDemand(made: $0) } }
  }

  /// The names, sorted.
  package var names: [String] { templates.keys.sorted() }

  /// The names of partials and of all that they include, whether the library holds them or not.
  package func reached(from names: [String]) -> Set<String> {
    var reached = Set(names)
    var open = names
    while let next = open.popLast() {
      for name in self[next]?.partialNames ?? [] where reached.insert(name).inserted { open.append(name) }
    }
    return reached
  }

  /// Reports every partial that a template of the library includes and the library does not hold.
  package func checkPartials(into bag: inout DiagnosticBag) {
    for name in names {
      guard let template = self[name] else { continue }
      checkPartials(of: template, into: &bag)
    }
  }

  /// Reports every partial that the template includes and the library does not hold.
  package func checkPartials(of template: Template, into bag: inout DiagnosticBag) {
    for tag in template.program.tags where tag.use == .partial && templates[template.text(of: tag)] == nil {
      bag.add(missingPartial(tag, in: template))
    }
  }

  func missingPartial(
    _ tag: Tag, in template: Template, includedBy chain: [Diagnostic.Label] = []
  ) -> Diagnostic {
    let file = template.file
    let name = template.text(of: tag)
    let nearest = nearestSpelling(to: name, among: names)
    return Diagnostic(
      .templateMissingPartial, "There is no partial '\(name)'", at: file.location(ofBytes: tag.bytes),
      secondary: chain,
      fixes: nearest.map { file.replacing(tag.textBytes, with: $0) } ?? [])
  }
}
