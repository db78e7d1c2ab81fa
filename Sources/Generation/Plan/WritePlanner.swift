import Hashing

/// Decides path by path what a plan does.
struct WritePlanner {
  let files: [RelativePath: [GeneratedFile]]
  let records: RecordNumbering
  let previous: Manifest?
  let existing: [RelativePath: ExistingEntry]
  let choices: PlanChoices
  let support: PlanSupport
  let formats: FormatFacts
  let written: [RelativePath: Manifest.Entry]
  let renames: Renames
  /// Of every file and folder that would exist, and every one that does, those with the same collision
  /// key.
  let spellings: [String: Set<RelativePath>]
  /// Whether every folder on the way to a file is one, or can be made.
  let isWayFree: Bool

  init(
    records: RecordNumbering, manifest: Manifest?, existing: [RelativePath: ExistingEntry],
    choices: PlanChoices, support: PlanSupport, formats: FormatFacts
  ) {
    self.records = records
    self.existing = existing
    self.support = support
    self.formats = formats
    files = Dictionary(grouping: records.files, by: \.path)
    previous = manifest
    written = Dictionary(uniqueKeysWithValues: (manifest?.entries ?? []).map { ($0.path, $0) })
    renames = Renames(files: files, written: written, existing: existing)
    self.choices = choices.following(renames)
    let folders = files.keys.compactMap(\.parent).withAncestors
    let paths = folders.union(files.keys).union(existing.keys)
    spellings = Self.spellings(of: paths)
    isWayFree = folders.allSatisfy { [files] folder in
      (existing[folder] == nil || existing[folder] == .folder) && files[folder] == nil
    }
  }

  private static func spellings(of paths: Set<RelativePath>) -> [String: Set<RelativePath>] {
    let keys = paths.map(\.collisionKey)
    guard Set(keys).count < keys.count else { return [:] }
    return Dictionary(grouping: paths, by: \.collisionKey).filter { $0.value.count > 1 }.mapValues { Set($0) }
  }

  func plan(for profile: String?, _ holder: WritePlan.Holder) -> WritePlan {
    var actions: [WritePlan.Action] = []
    var entries: [Manifest.Entry] = []
    let paths = records.files.map(\.path)
    for path in paths.isAscending ? paths : files.keys.sorted() {
      let (action, entry) = decide(path, files[path] ?? [])
      actions.append(action)
      if let entry { entries.append(entry) }
    }
    let orphans = written.values.filter { files[$0.path] == nil && !renames.sources.contains($0.path) }
    for action in keepingWhole(orphans.compactMap(decideOrphan)) {
      actions.append(action)
      if action.verb.keepsEntry, let entry = written[action.path] {
        entries.append(action.ownership == .kept ? entry.with(ownership: .kept) : entry)
      }
    }
    let vanished = orphans.filter { existing[$0.path] == nil && $0.ownership != .kept }
    actions += RemovalLists(besides: Array(files.keys) + written.keys).flatMap {
      $0.plan(
        after: actions, entries.map(\.path), files: files.values.compactMap(\.onlyOne),
        vanished: vanished.map { ($0.path, support.base($0.contents) ?? []) }, existing, formats)
    }
    let owner = entries.isEmpty ? nil : profile ?? previous?.profile
    return finish(actions, holder, Manifest(entries, of: owner))
  }

  private func finish(
    _ actions: [WritePlan.Action], _ holder: WritePlan.Holder, _ manifest: Manifest
  ) -> WritePlan {
    let missing = manifest.bases.subtracting(support.bases)
    var bases: [Digest: [UInt8]] = [:]
    if !missing.isEmpty {
      for file in records.files where missing.contains(file.digest) { bases[file.digest] = file.contents }
    }
    return WritePlan(
      actions: actions, holder: holder, manifest: manifest, previous: previous, newBases: bases,
      staleBases: support.bases.subtracting(manifest.bases))
  }

  typealias Decision = (action: WritePlan.Action, entry: Manifest.Entry?)

  private func decide(_ path: RelativePath, _ candidates: [GeneratedFile]) -> Decision {
    let entry = written[path]
    guard candidates.count == 1, let file = candidates.first else {
      return (WritePlan.Action(path, .conflict, .generatedTwice, entry?.ownership ?? .managed), entry)
    }
    if let obstacle = obstacle(on: path) { return conflict(file, entry, obstacle) }
    if let former = renames.keptElsewhere[path] {
      return (WritePlan.Action(path, .keep, .keptAs(former), .kept), nil)
    }
    if let former = renames.former[path] { return decideRenamed(file, former) }
    return decide(file, entry, at: path)
  }

  /// What becomes of a file that has lain, or lies, at a path.
  private func decide(
    _ file: GeneratedFile, _ entry: Manifest.Entry?, at path: RelativePath
  ) -> Decision {
    switch existing[path] {
    case .file(let contents, let isExecutable):
      FileDecision(
        file: file, entry: entry, contents: contents, isExecutable: isExecutable, choices: choices,
        support: support
      ).decide()
    case .unreadFile: decideUnread(file, entry)
    case nil: decideAbsent(file, entry)
    case .folder: decideBlocked(file, entry, .folderInTheWay)
    case .symbolicLink: decideBlocked(file, entry, .symbolicLink)
    case .special: decideBlocked(file, entry, .specialFile)
    }
  }

  private func conflict(
    _ file: GeneratedFile, _ entry: Manifest.Entry?, _ reason: WritePlan.Reason
  ) -> Decision {
    let action = WritePlan.Action(
      file.path, .conflict, reason, entry?.ownership ?? file.ownership, found: existing[file.path])
    return (action, entry)
  }

  /// What makes the path impossible whatever the file holds.
  private func obstacle(on path: RelativePath) -> WritePlan.Reason? {
    if path.isReservedForState { return .reservedForState }
    if isWayFree, spellings.isEmpty { return nil }
    let ancestors = path.ancestors
    for folder in ancestors {
      if files[folder] != nil { return .notAFolder(folder) }
      switch existing[folder] {
      case .folder, nil: break
      case .symbolicLink: return .symbolicLinkOnTheWay(folder)
      case .file, .unreadFile, .special: return .notAFolder(folder)
      }
    }
    for folder in ancestors {
      if let other = otherSpelling(of: folder) { return .folderDiffersInCase(folder, from: other) }
    }
    return otherSpelling(of: path).map(WritePlan.Reason.differsInCase)
  }

  /// The first other path that a system may take for the given one. Two that exist side by side
  /// already are none of our business.
  private func otherSpelling(of path: RelativePath) -> RelativePath? {
    guard !spellings.isEmpty, let same = spellings[path.collisionKey] else { return nil }
    return same.filter {
      $0 != path && (existing[path] == nil || existing[$0] == nil) && $0 != renames.origin(of: path)
    }.min()
  }
}

extension WritePlanner {
  private func decideAbsent(_ file: GeneratedFile, _ entry: Manifest.Entry?) -> Decision {
    let create = WritePlan.Verb.create(file)
    let isKept = entry?.ownership == .kept && !support.isUnstaged(file.path)
    if choices.kept.contains(file.path) || isKept, !choices.restored.contains(file.path) {
      let kept = (entry ?? Manifest.Entry(of: file)).with(ownership: .kept, seal: file.seal)
      return (WritePlan.Action(file.path, .keep, .keptOut, .kept), kept)
    }
    guard let entry else {
      let reason = records.superseded(by: file.path).map(WritePlan.Reason.supersedes) ?? .new
      return (WritePlan.Action(file.path, create, reason, file.ownership), Manifest.Entry(of: file))
    }
    if choices.restored.contains(file.path) {
      return (WritePlan.Action(file.path, create, .restored, file.ownership), Manifest.Entry(of: file))
    }
    if support.isUnstaged(file.path) {
      return (WritePlan.Action(file.path, create, .notStaged, file.ownership), Manifest.Entry(of: file))
    }
    let kept = entry.with(ownership: file.ownership, seal: file.seal)
    return (WritePlan.Action(file.path, .keep, .deletedByHand, kept.ownership), kept)
  }

  /// Something else than a file, which only the team can want there.
  private func decideBlocked(
    _ file: GeneratedFile, _ entry: Manifest.Entry?, _ reason: WritePlan.Reason
  ) -> Decision {
    let isReleased = choices.adopted.contains(file.path) || choices.restored.contains(file.path)
    guard choices.kept.contains(file.path) || (entry?.ownership == .kept && !isReleased) else {
      return conflict(file, entry, reason)
    }
    let kept = (entry ?? Manifest.Entry(of: file)).with(ownership: .kept)
    return (WritePlan.Action(file.path, .keep, .kept, .kept, found: existing[file.path]), kept)
  }

  /// A file whose contents are too large to have been written by Bascule.
  private func decideUnread(_ file: GeneratedFile, _ entry: Manifest.Entry?) -> Decision {
    if choices.kept.contains(file.path) {
      let kept = entry ?? Manifest.Entry(of: file)
      let action = WritePlan.Action(file.path, .keep, .kept, .kept, found: .unreadFile)
      return (action, kept.with(ownership: .kept))
    }
    guard let entry else { return conflict(file, nil, .foreignFile) }
    let ownership = entry.ownership == .kept ? .kept : file.ownership
    if let reason = ownership.reasonToKeep {
      let action = WritePlan.Action(file.path, .keep, reason, ownership, found: .unreadFile)
      return (action, entry.with(ownership: ownership))
    }
    return conflict(file, entry, ownership == .managed ? .managedButEdited : .tooLargeToMerge)
  }

  /// A file that the templates have renamed, and that still lies where it was or was deleted there.
  private func decideRenamed(_ file: GeneratedFile, _ entry: Manifest.Entry) -> Decision {
    let moved = entry.with(path: file.path)
    guard existing[file.path] == nil, let found = existing[entry.path] else {
      return decide(file, moved, at: file.path)
    }
    let (action, next) = decide(file, moved, at: entry.path)
    guard case .file(let contents, let isExecutable) = found, action.verb != .conflict else {
      let stuck = WritePlan.Action(
        file.path, action.verb, action.reason, action.ownership, found: action.found, stuckAt: entry.path)
      return (stuck, entry)
    }
    let team = file.with(contents: contents).with(isExecutable: isExecutable)
    let verb = WritePlan.Verb.move(
      action.verb.written ?? team, from: entry.path, replacing: Digest(of: contents))
    let reason: WritePlan.Reason =
      action.reason == .markersWritten ? .markersWritten : .renamed(from: entry.path)
    return (WritePlan.Action(file.path, verb, reason, action.ownership, found: nil), next)
  }

  private func decideOrphan(_ entry: Manifest.Entry) -> WritePlan.Action? {
    func action(
      _ verb: WritePlan.Verb, _ reason: WritePlan.Reason, _ ownership: Ownership? = nil
    ) -> WritePlan.Action {
      WritePlan.Action(entry.path, verb, reason, ownership ?? entry.ownership, found: existing[entry.path])
    }
    if choices.kept.contains(entry.path), existing[entry.path] != nil { return action(.keep, .kept, .kept) }
    switch existing[entry.path] {
    case nil, .folder, .symbolicLink, .special: return nil
    case .unreadFile: return action(.keep, .editedOrphan)
    case .file(let contents, let isExecutable):
      if let successor = records.successor(of: entry.path) {
        return supersede(entry, contents, isExecutable, by: successor) ?? action(.keep, .sealed)
      }
      if entry.ownership == .seeded { return action(.keep, .seededOrphan) }
      if let reason = entry.ownership.reasonToKeep { return action(.keep, reason) }
      guard isUntouched(contents, entry) else { return action(.keep, .editedOrphan) }
      return action(.delete(Digest(of: contents)), .noLongerGenerated)
    }
  }

  /// A component of an org is kept with all of its files, and with what it is part of.
  private func keepingWhole(_ orphans: [WritePlan.Action]) -> [WritePlan.Action] {
    let metadata = formats.metadata
    func components(_ action: WritePlan.Action) -> [MetadataComponent] {
      guard case .file(let contents, _)? = action.found else { return [] }
      return metadata.components(in: action.path, contents)
    }
    var holders: [MetadataComponent: RelativePath] = [:]
    for action in orphans where action.verb == .keep {
      let own = components(action)
      for component in own + own.compactMap(metadata.whole) {
        holders[component] = min(holders[component] ?? action.path, action.path)
      }
    }
    guard !holders.isEmpty else { return orphans }
    return orphans.map { action in
      guard case .delete = action.verb, let holder = components(action).compactMap({ holders[$0] }).min()
      else {
        return action
      }
      return WritePlan.Action(action.path, .keep, .belongsTo(holder), action.ownership, found: action.found)
    }
  }

  private func supersede(
    _ entry: Manifest.Entry, _ contents: [UInt8], _ isExecutable: Bool, by successor: RelativePath
  ) -> WritePlan.Action? {
    guard let text = DecisionStatus.superseding(contents, by: successor), text != contents else { return nil }
    let file = GeneratedFile(
      path: entry.path, contents: text, kind: entry.kind, template: entry.template, ownership: .sealed,
      isExecutable: isExecutable)
    return WritePlan.Action(
      entry.path, .update(file, replacing: Digest(of: contents)), .superseded(by: successor), .sealed,
      found: existing[entry.path])
  }

  private func isUntouched(_ contents: [UInt8], _ entry: Manifest.Entry) -> Bool {
    let format = FileFormat(TargetLanguage(ofFile: entry.path), formats.lists)
    if entry.saysSame(as: contents, format) { return true }
    guard let base = support.base(entry.contents) else { return false }
    return FileForm.areEquivalent(base, contents, format)
  }
}

extension [RelativePath] {
  /// The folders and every folder on the way to them, each once.
  fileprivate var withAncestors: Set<RelativePath> {
    var known: Set<RelativePath> = []
    for folder in self {
      var next: RelativePath? = folder
      while let path = next, known.insert(path).inserted { next = path.parent }
    }
    return known
  }
}

extension [GeneratedFile] {
  fileprivate var onlyOne: GeneratedFile? { count == 1 ? first : nil }
}

extension WritePlan.Verb {
  /// Whether what was written before is still remembered after a file that is no longer generated was
  /// treated so.
  fileprivate var keepsEntry: Bool {
    switch self {
    case .keep, .update: true
    case .create, .merge, .move, .delete, .unchanged, .conflict: false
    }
  }
}
