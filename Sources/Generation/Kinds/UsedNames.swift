import Templating

/// Finds out which names of names.yaml templates use.
enum UsedNames {
  /// The ids that stand behind `names.` in the templates of files and in the partials that they include; `nil` where
  /// `names` stands alone, from which any name can be had.
  static func names(in files: [ArtifactFile], _ partials: TemplateLibrary) -> Set<String>? {
    names(in: templates(of: files), partials)
  }

  /// Whether the files, or the partials that they include, use a name, be it within another one or a list of files.
  static func use(_ name: String, in files: [ArtifactFile], _ partials: TemplateLibrary) -> Bool {
    files.contains { $0.each?.contains(name) == true }
      || withPartials(templates(of: files), partials).contains { template in
        template.names.contains { used in
          used.use != .partial && used.text.split(separator: ".").contains { $0 == name }
        }
      }
  }

  private static func templates(of files: [ArtifactFile]) -> [Template] {
    files.flatMap { [$0.path, $0.template] + $0.formerPaths + ($0.seal.map { [$0] } ?? []) }
  }

  private static func withPartials(_ templates: [Template], _ partials: TemplateLibrary) -> [Template] {
    templates + partials.reached(from: templates.flatMap(\.partialNames)).compactMap { partials[$0] }
  }

  /// The ids in templates and in the partials that they include.
  static func names(in templates: [Template], _ partials: TemplateLibrary) -> Set<String>? {
    var names: Set<String> = []
    for template in withPartials(templates, partials) {
      for name in template.names where name.use != .partial {
        let parts = name.text.split(separator: ".", omittingEmptySubsequences: false)
        guard let place = parts.firstIndex(of: "names") else { continue }
        guard place + 1 < parts.count else { return nil }
        names.insert(String(parts[place + 1]))
      }
    }
    return names
  }
}
