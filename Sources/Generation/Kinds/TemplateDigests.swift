import Diagnostics
import Hashing
import Templating

/// Digests of everything that files are rendered from but the design.
struct TemplateDigests {
  /// Of each partial alone, and the partials that it includes, itself among them; by its name.
  private let partials: [String: OnDemand<(digest: Digest, reached: Set<String>)?>]

  init(_ library: TemplateLibrary) {
    partials = Dictionary(
      uniqueKeysWithValues: library.names.map { name in
        (
          name,
          OnDemand {
            library[name].map { (Digest(of: $0.file.contents), library.reached(from: [name])) }
          }
        )
      })
  }

  /// The digest of a path, its template and all partials that this includes.
  func digest(of template: Template, path: String) -> Digest {
    var builder = DigestBuilder()
    builder.add(piece: path)
    builder.add(piece: Digest(of: template.file.contents).description)
    let names = template.partialNames.reduce(into: Set<String>()) {
      $0.formUnion(partials[$1]?.value?.reached ?? [$1])
    }
    for name in names.sorted() {
      builder.add(piece: name)
      if let digest = partials[name]?.value?.digest { builder.add(piece: digest.description) }
    }
    return builder.finish()
  }
}
