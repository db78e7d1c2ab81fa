import Diagnostics
import Hashing
import Templating

/// Digests of everything that files are rendered from but the design.
struct TemplateDigests {
  /// Of each partial alone, by its name.
  private let digests: [String: Digest]
  /// The partials that each partial includes, itself among them.
  private let reached: [String: Set<String>]

  init(_ partials: TemplateLibrary) {
    let included = Dictionary(
      uniqueKeysWithValues: partials.names.map { ($0, partials[$0]?.partialNames ?? []) })
    digests = Dictionary(
      uniqueKeysWithValues: partials.names.compactMap { name in
        partials[name].map { (name, Digest(of: $0.file.contents)) }
      })
    reached = Dictionary(
      uniqueKeysWithValues: included.keys.map { ($0, Self.reached(from: [$0], included)) })
  }

  private static func reached(from start: [String], _ included: [String: [String]]) -> Set<String> {
    var names = Set(start)
    var open = start
    while let next = open.popLast() {
      for name in included[next] ?? [] where names.insert(name).inserted { open.append(name) }
    }
    return names
  }

  /// The digest of a path, its template and all partials that this includes.
  func digest(of template: Template, path: String) -> Digest {
    var builder = DigestBuilder()
    builder.add(piece: path)
    builder.add(piece: Digest(of: template.file.contents).description)
    let names = template.partialNames.reduce(into: Set<String>()) { $0.formUnion(reached[$1] ?? [$1]) }
    for name in names.sorted() {
      builder.add(piece: name)
      if let digest = digests[name] { builder.add(piece: digest.description) }
    }
    return builder.finish()
  }
}
