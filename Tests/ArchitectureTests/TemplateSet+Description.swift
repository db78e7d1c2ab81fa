import CatalogModel
import Diagnostics
import Generation
import Packing
import Templating

extension TemplateSet {
  /// Everything that it says about kinds, names and partials, a line for each.
  var described: [String] {
    kinds.flatMap { kind in [kind.described] + kind.files.map { "\(kind.id): \($0.described)" } }
      + names.map {
        "\($0.id) \($0.scope) \($0.prefix) \($0.suffix) \($0.stem.described) \($0.style) \($0.location.described)"
      }
      + partials.names.map { "\($0): \(partials[$0]?.described ?? "none")" }
  }
}

extension ArtifactKind {
  fileprivate var described: String {
    let alternatives = [when, unless, requiredWhen].map { $0.map(\.described) }
    let sources = citations.map { "\($0.value) \($0.location.described)" }
    return "\(id) \(title) \(alternatives) \(scope) \(needs) \(refuses) \(serves.described) \(accepts) "
      + "\(alongWith.described) \(sources) \(location.described)"
  }
}

extension Applicability {
  fileprivate var described: String {
    let lists = [technologies, besides, patterns, topologies, practices].map(\.described)
    return "\(lists) \(profile) \(contract)"
  }
}

extension ArtifactFile {
  fileprivate var described: String {
    "\(path.described) \(pathLocation.described) \(template.described) \(language) \(ownership) \(isExecutable) "
      + "\(each ?? []) \(since ?? 0) \(maximumLength ?? 0) \(digest) \(formerPaths.map(\.described)) "
      + (seal?.described ?? "")
  }
}

extension Template {
  fileprivate var described: String {
    let parsed = names.map { "\($0.text) \($0.use) \($0.location.described)" }
    return "\(file.name) \(String(decoding: file.contents, as: UTF8.self)) \(Array(code.buffer)) \(parsed)"
  }
}

extension [Located<String>] {
  fileprivate var described: [String] { map { "\($0.value) \($0.location.described)" } }
}

extension SourceLocation {
  fileprivate var described: String { "\(file.name) \(range)" }
}
