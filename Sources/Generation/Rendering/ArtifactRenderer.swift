import Diagnostics
import Templating

/// A rendered file, with where its kind states the path.
struct Artifact {
  let file: GeneratedFile
  let pathLocation: SourceLocation
}

/// Renders the files of kinds over the contexts of one design.
struct ArtifactRenderer {
  let context: DesignContext
  let partials: TemplateLibrary

  func render(_ kind: ArtifactKind, into bag: inout DiagnosticBag) -> [Artifact] {
    let scopes =
      switch kind.scope {
      case .design: [context.design]
      case .message: context.messages
      }
    var artifacts: [Artifact] = []
    for scope in scopes {
      for file in kind.files {
        if let artifact = render(file, of: kind, over: scope, into: &bag) { artifacts.append(artifact) }
      }
    }
    return artifacts
  }

  private func render(
    _ file: ArtifactFile, of kind: ArtifactKind, over scope: TemplateValue, into bag: inout DiagnosticBag
  ) -> Artifact? {
    guard let path = path(of: file, over: scope, into: &bag) else { return nil }
    let text = file.template.render(
      scope, partials: partials, escaping: file.language.escaping, into: &bag)
    guard let text else { return nil }
    let contents = Array(text.utf8)
    let check = OutputCheck(path: path, language: file.language, template: file.template)
    guard check.accepts(contents, into: &bag) else { return nil }
    let generated = GeneratedFile(
      path: path, contents: contents, kind: kind.id, template: file.digest, ownership: file.ownership,
      isExecutable: file.isExecutable)
    return Artifact(file: generated, pathLocation: file.pathLocation)
  }

  private func path(
    of file: ArtifactFile, over scope: TemplateValue, into bag: inout DiagnosticBag
  ) -> RelativePath? {
    var own = DiagnosticBag()
    let text = file.path.render(scope, partials: partials, escaping: .text, into: &own)
    bag.add(contentsOf: own.moved(to: file.pathLocation))
    guard let text else { return nil }
    do {
      return try RelativePath(text)
    } catch {
      bag.add(error.diagnostic(for: text, at: file.pathLocation))
      return nil
    }
  }
}
