/// Files that were written under a name which the templates have changed since.
struct Renames {
  /// By the new path, what was written at the former one.
  private(set) var former: [RelativePath: Manifest.Entry] = [:]
  /// By the new path, where a file of the team's own stays.
  private(set) var keptElsewhere: [RelativePath: RelativePath] = [:]
  /// The former paths.
  private(set) var sources: Set<RelativePath> = []

  init(
    files: [RelativePath: [GeneratedFile]], written: [RelativePath: Manifest.Entry],
    existing: [RelativePath: ExistingEntry]
  ) {
    for path in files.keys.filter({ written[$0] == nil }).sorted() {
      guard let candidates = files[path], candidates.count == 1, let file = candidates.first else { continue }
      let entry = file.formerPaths.lazy.compactMap { written[$0] }.first {
        files[$0.path] == nil && !sources.contains($0.path)
      }
      guard let entry else { continue }
      take(entry, for: path, existing[entry.path], isOccupied: existing[path] != nil)
    }
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
