import Diagnostics
import Hashing
import Templating

/// The digest of everything that a file is rendered from but the design.
enum TemplateDigest {
  static func of(_ template: Template, path: String, _ partials: TemplateLibrary) -> Digest {
    var builder = DigestBuilder()
    builder.add(piece: path)
    add(template, to: &builder)
    for name in included(in: template, partials) {
      builder.add(piece: name)
      if let partial = partials[name] { add(partial, to: &builder) }
    }
    return builder.finish()
  }

  private static func add(_ template: Template, to builder: inout DigestBuilder) {
    builder.add(Array("\(template.file.contents.count):".utf8))
    builder.add(template.file.contents)
  }

  /// The partials that a template includes, and those that they include, sorted.
  private static func included(in template: Template, _ partials: TemplateLibrary) -> [String] {
    var names: Set<String> = []
    var open = [template]
    while let next = open.popLast() {
      for name in next.names where name.use == .partial && names.insert(name.text).inserted {
        if let partial = partials[name.text] { open.append(partial) }
      }
    }
    return names.sorted()
  }
}
