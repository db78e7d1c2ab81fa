/// Files that were written under a name which the templates have changed since.
struct Renames {
  /// By the new path, what was written at the former one.
  private(set) var former: [RelativePath: Manifest.Entry] = [:]
  /// By the new path, where a file of the team's own stays.
  private(set) var keptElsewhere: [RelativePath: RelativePath] = [:]
  /// The former paths.
  private(set) var sources: Set<RelativePath> = []
  private var orphansByKey: [String: Manifest.Entry]?

  init(
    files: [RelativePath: [GeneratedFile]], written: [RelativePath: Manifest.Entry],
    existing: [RelativePath: ExistingEntry]
  ) {
    if written.isEmpty { return }
    for path in files.keys.filter({ written[$0] == nil }).sorted() {
      guard let candidates = files[path], candidates.count == 1, let file = candidates.first else { continue }
      let entry = file.formerPaths.lazy.compactMap { written[$0] }.first {
        files[$0.path] == nil && !sources.contains($0.path)
      }
      guard let entry = entry ?? orphans(files, written, existing)[path.collisionKey],
        !sources.contains(entry.path)
      else { continue }
      take(entry, for: path, existing[entry.path], isOccupied: existing[path] != nil)
    }
  }

  /// Where the file lies that belongs at a path, whoever's it is.
  func origin(of path: RelativePath) -> RelativePath? { former[path]?.path ?? keptElsewhere[path] }

  /// The files that are generated no longer, by what their names have in common with those that differ from them in
  /// case only: such a one is the same file, whether the templates say so or not.
  private mutating func orphans(
    _ files: [RelativePath: [GeneratedFile]], _ written: [RelativePath: Manifest.Entry],
    _ existing: [RelativePath: ExistingEntry]
  ) -> [String: Manifest.Entry] {
    if let known = orphansByKey { return known }
    let orphans = written.values.filter { files[$0.path] == nil && existing[$0.path] != nil }
    let byKey = Dictionary(grouping: orphans, by: \.path.collisionKey).compactMapValues { entries in
      entries.count == 1 ? entries.first : nil
    }
    orphansByKey = byKey
    return byKey
  }

  private mutating func take(
    _ entry: Manifest.Entry, for path: RelativePath, _ found: ExistingEntry?, isOccupied: Bool
  ) {
    if entry.ownership == .kept || entry.ownership == .sealed {
      if !isOccupied, found != nil { keptElsewhere[path] = entry.path }
      return
    }
    switch found {
    case .file, .unreadFile: if isOccupied { return }
    case nil: break
    case .folder, .symbolicLink, .special: return
    }
    former[path] = entry
    sources.insert(entry.path)
  }
}
