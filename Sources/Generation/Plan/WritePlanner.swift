import Hashing

/// Decides path by path what a plan does.
struct WritePlanner {
  let files: [RelativePath: [GeneratedFile]]
  let previous: Manifest?
  let existing: [RelativePath: ExistingEntry]
  let written: [RelativePath: Manifest.Entry]
  /// Every file and folder that would exist, and every one that does, by collision key.
  let spellings: [String: Set<RelativePath>]

  init(files: [GeneratedFile], manifest: Manifest?, existing: [RelativePath: ExistingEntry]) {
    self.files = Dictionary(grouping: files, by: \.path)
    self.existing = existing
    previous = manifest
    written = Dictionary(uniqueKeysWithValues: (manifest?.entries ?? []).map { ($0.path, $0) })
    var spellings: [String: Set<RelativePath>] = [:]
    for path in files.flatMap({ $0.path.ancestors + [$0.path] }) + existing.keys {
      spellings[path.collisionKey, default: []].insert(path)
    }
    self.spellings = spellings
  }

  func plan() -> WritePlan {
    var actions: [WritePlan.Action] = []
    var entries: [Manifest.Entry] = []
    for (path, candidates) in files {
      let (action, entry) = decide(path, candidates)
      actions.append(action)
      if let entry { entries.append(entry) }
    }
    for entry in written.values where files[entry.path] == nil {
      guard let action = decideOrphan(entry) else { continue }
      actions.append(action)
      if action.verb == .keep { entries.append(entry) }
    }
    return WritePlan(actions: actions, manifest: Manifest(entries), previous: previous)
  }

  private typealias Decision = (action: WritePlan.Action, entry: Manifest.Entry?)

  private func decide(_ path: RelativePath, _ candidates: [GeneratedFile]) -> Decision {
    let entry = written[path]
    guard candidates.count == 1, let file = candidates.first else {
      return (WritePlan.Action(path, .conflict, .generatedTwice), entry)
    }
    if let obstacle = obstacle(on: path) {
      return (WritePlan.Action(path, .conflict, obstacle), entry)
    }
    switch existing[path] {
    case .file(let contents, let isExecutable):
      return decide(file, entry, over: contents, isExecutable: isExecutable)
    case .unreadFile: return decideEdited(file, entry)
    case nil: return decideAbsent(file, entry)
    case .folder: return (WritePlan.Action(path, .conflict, .folderInTheWay), entry)
    case .symbolicLink: return (WritePlan.Action(path, .conflict, .symbolicLink(path)), entry)
    case .special: return (WritePlan.Action(path, .conflict, .specialFile), entry)
    }
  }

  /// What makes the path impossible whatever the file holds.
  private func obstacle(on path: RelativePath) -> WritePlan.Reason? {
    if path.isReservedForState { return .reservedForState }
    for folder in path.ancestors {
      if files[folder] != nil { return .notAFolder(folder) }
      switch existing[folder] {
      case .folder, nil: break
      case .symbolicLink: return .symbolicLink(folder)
      case .file, .unreadFile, .special: return .notAFolder(folder)
      }
    }
    return (path.ancestors + [path]).lazy.compactMap(otherSpelling).first.map(WritePlan.Reason.differsInCase)
  }

  /// The first other path that a system may take for the given one. Two that exist side by side
  /// already are none of our business.
  private func otherSpelling(of path: RelativePath) -> RelativePath? {
    let others = (spellings[path.collisionKey] ?? []).subtracting([path])
    return others.filter { existing[path] == nil || existing[$0] == nil }.min()
  }
}

extension WritePlanner {
  private func decideAbsent(_ file: GeneratedFile, _ entry: Manifest.Entry?) -> Decision {
    guard let entry else {
      return (WritePlan.Action(file.path, .create(file), .new), Manifest.Entry(of: file))
    }
    return keep(file, entry, .deletedByHand)
  }

  private func decide(
    _ file: GeneratedFile, _ entry: Manifest.Entry?, over contents: [UInt8], isExecutable: Bool
  ) -> Decision {
    let isEqual = contents == file.contents
    guard let entry else {
      guard isEqual else { return (WritePlan.Action(file.path, .conflict, .foreignFile), nil) }
      return (WritePlan.Action(file.path, .unchanged, .adopted), Manifest.Entry(of: file))
    }
    let wasMadeExecutable = entry.isExecutable != file.isExecutable && isExecutable != file.isExecutable
    if isEqual, !wasMadeExecutable || !isReplaceable(file, entry) {
      return (WritePlan.Action(file.path, .unchanged, .upToDate), record(file, after: entry))
    }
    let digest = Digest(of: contents)
    guard isEqual || digest == entry.contents else { return decideEdited(file, entry) }
    if let reason = reasonToKeep(file, entry) { return keep(file, entry, reason) }
    // A permission that only the team changed stays as the team wants it.
    let executable = entry.isExecutable == file.isExecutable ? isExecutable : file.isExecutable
    let action = WritePlan.Action(
      file.path, .update(file.with(isExecutable: executable), replacing: digest), .outOfDate)
    return (action, record(file, after: entry))
  }

  /// The file was edited by hand since Bascule wrote it, or was never written by Bascule.
  private func decideEdited(_ file: GeneratedFile, _ entry: Manifest.Entry?) -> Decision {
    guard let entry else { return (WritePlan.Action(file.path, .conflict, .foreignFile), nil) }
    if let reason = reasonToKeep(file, entry) { return keep(file, entry, reason) }
    if file.ownership == .managed {
      return (WritePlan.Action(file.path, .conflict, .managedButEdited), entry)
    }
    if Digest(of: file.contents) == entry.contents {
      return keep(file, entry, .editedByHand)
    }
    return (WritePlan.Action(file.path, .conflict, .editedAndOutOfDate), entry)
  }

  private func decideOrphan(_ entry: Manifest.Entry) -> WritePlan.Action? {
    switch existing[entry.path] {
    case nil, .folder, .symbolicLink, .special: return nil
    case .unreadFile: return WritePlan.Action(entry.path, .keep, .editedOrphan)
    case .file(let contents, _):
      if let reason = reasonToKeep(entry.ownership) { return WritePlan.Action(entry.path, .keep, reason) }
      let digest = Digest(of: contents)
      guard digest == entry.contents else { return WritePlan.Action(entry.path, .keep, .editedOrphan) }
      return WritePlan.Action(entry.path, .delete(digest), .noLongerGenerated)
    }
  }

  /// Leaves the file as it is; what was written last stays the base of later comparisons.
  private func keep(_ file: GeneratedFile, _ entry: Manifest.Entry, _ reason: WritePlan.Reason) -> Decision {
    let kept = Manifest.Entry(
      path: entry.path, kind: entry.kind, ownership: ownership(of: file, after: entry),
      isExecutable: entry.isExecutable, contents: entry.contents, template: entry.template)
    return (WritePlan.Action(file.path, .keep, reason), kept)
  }

  private func isReplaceable(_ file: GeneratedFile, _ entry: Manifest.Entry) -> Bool {
    reasonToKeep(file, entry) == nil
  }

  private func reasonToKeep(_ file: GeneratedFile, _ entry: Manifest.Entry) -> WritePlan.Reason? {
    reasonToKeep(ownership(of: file, after: entry))
  }

  private func reasonToKeep(_ ownership: Ownership) -> WritePlan.Reason? {
    switch ownership {
    case .managed, .merged: nil
    case .seeded: .seeded
    case .sealed: .sealed
    case .kept: .kept
    }
  }

  /// What the team took for itself stays theirs, whatever the artefact kind says.
  private func ownership(of file: GeneratedFile, after entry: Manifest.Entry) -> Ownership {
    entry.ownership == .kept ? .kept : file.ownership
  }

  private func record(_ file: GeneratedFile, after entry: Manifest.Entry) -> Manifest.Entry {
    Manifest.Entry(
      path: file.path, kind: file.kind, ownership: ownership(of: file, after: entry),
      isExecutable: file.isExecutable, contents: Digest(of: file.contents), template: file.template)
  }
}
