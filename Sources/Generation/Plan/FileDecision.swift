import Hashing

/// What becomes of a file that lies where one is generated.
struct FileDecision {
  let file: GeneratedFile
  /// What was written there last; `nil` where Bascule did not write the file.
  let entry: Manifest.Entry?
  let contents: [UInt8]
  let isExecutable: Bool
  let choices: PlanChoices
  let support: PlanSupport

  func decide() -> WritePlanner.Decision {
    if choices.restored.contains(file.path) { return restore() }
    if choices.kept.contains(file.path) { return keep(.kept, entry ?? Manifest.Entry(of: file), .kept) }
    let isEqual = contents.isSame(as: file.contents)
    if choices.adopted.contains(file.path), !isEqual, entry?.saysSame(as: contents, file.format) != true {
      return adopt()
    }
    guard let entry else {
      guard isEqual else { return conflict(.foreignFile) }
      return (action(.unchanged, .adopted, file.ownership), Manifest.Entry(of: file))
    }
    let wasMadeExecutable = entry.isExecutable != file.isExecutable && isExecutable != file.isExecutable
    let isReleased = choices.adopted.contains(file.path)
    let settled = entry.ownership == .kept && !isReleased ? .kept : file.ownership
    if isEqual, !wasMadeExecutable || settled.reasonToKeep != nil {
      return (action(.unchanged, .upToDate, settled), record(settled))
    }
    if let reason = settled.reasonToKeep {
      guard FileForm.areEquivalent(contents, file.contents, file.format) else {
        return keep(reason, entry, settled)
      }
      return (action(.unchanged, .reformatted, settled), record(settled))
    }
    let digest = isEqual ? file.digest : Digest(of: contents)
    if isEqual || digest == entry.contents {
      return write(.update(next, replacing: digest), .outOfDate, file.ownership)
    }
    return decideEdited(entry, digest)
  }

  private func decideEdited(_ entry: Manifest.Entry, _ digest: Digest) -> WritePlanner.Decision {
    // Edits that were adopted make the file a shared one for as long as they are there.
    let ownership = entry.ownership == .merged ? .merged : file.ownership
    switch ownership {
    case .managed: return decideManaged(entry, digest)
    case .merged: return decideMerged(entry, digest)
    case .seeded, .sealed, .kept: return keep(ownership.reasonToKeep ?? .kept, entry, ownership)
    }
  }

  private func decideManaged(_ entry: Manifest.Entry, _ digest: Digest) -> WritePlanner.Decision {
    if holdsMarkers { return conflict(.unresolvedMarkers) }
    if FileForm.areEquivalent(contents, file.contents, file.format) {
      return (action(.unchanged, .reformatted, .managed), record(.managed))
    }
    guard file.digest != entry.contents, entry.saysSame(as: contents, file.format) else {
      return conflict(.managedButEdited)
    }
    return writeAnew(digest, .managed)
  }

  private func decideMerged(_ entry: Manifest.Entry, _ digest: Digest) -> WritePlanner.Decision {
    if holdsMarkers { return conflict(.unresolvedMarkers) }
    if FileForm.areEquivalent(contents, file.contents, file.format) {
      return (action(.unchanged, .reformatted, .merged), record(.merged))
    }
    if file.digest == entry.contents { return keep(.editedByHand, record(.merged), .merged) }
    guard let base = support.base(entry.contents) else { return conflict(.missingBase) }
    let merge = FileMerge(format: file.format, mergeLines: support.mergeLines)
    switch merge.merge(LineMerge(base: base, ours: contents, theirs: file.contents)) {
    case .merged(contents): return keep(.editedByHand, record(.merged), .merged)
    case .merged(LineEndings.of(contents, on: file.contents)): return writeAnew(digest, .merged)
    case .merged(let text):
      return write(.merge(next.with(contents: text), replacing: digest), .editedAndMerged, .merged)
    case .conflict(let marked?) where choices.writesMarkers:
      return write(.merge(next.with(contents: marked), replacing: digest), .markersWritten, .merged)
    case .conflict(nil): return conflict(.noText)
    case .conflict: return conflict(.overlappingEdits)
    case .unavailable(let reason): return conflict(.mergeUnavailable(reason))
    }
  }

  /// Writes what is generated over a file that was not edited, with the line endings that it has.
  private func writeAnew(_ digest: Digest, _ ownership: Ownership) -> WritePlanner.Decision {
    let text = LineEndings.of(contents, on: file.contents)
    let written = text == file.contents ? next : next.with(contents: text)
    return write(.update(written, replacing: digest), .outOfDate, ownership)
  }

  private func restore() -> WritePlanner.Decision {
    if contents == file.contents {
      return (action(.unchanged, .upToDate, file.ownership), record(file.ownership))
    }
    guard file.ownership != .sealed else { return conflict(.sealedForever) }
    return write(.update(file, replacing: Digest(of: contents)), .restored, file.ownership)
  }

  private func adopt() -> WritePlanner.Decision {
    if holdsMarkers { return conflict(.unresolvedMarkers) }
    let ownership = file.ownership == .managed ? .merged : file.ownership
    return keep(.editsAdopted, record(ownership), ownership)
  }
}

extension FileDecision {
  /// Whether somebody, or git, left both sides of a merge in the file.
  private var holdsMarkers: Bool { MergeMarkers.areIn(contents) && !MergeMarkers.areIn(file.contents) }

  /// The file with the permission that the team gave it, if only the team changed it.
  private var next: GeneratedFile {
    guard let entry, entry.isExecutable == file.isExecutable, isExecutable != file.isExecutable else {
      return file
    }
    return file.with(isExecutable: isExecutable)
  }

  private func action(
    _ verb: WritePlan.Verb, _ reason: WritePlan.Reason, _ ownership: Ownership
  ) -> WritePlan.Action {
    let found = ExistingEntry.file(contents: contents, isExecutable: isExecutable)
    return WritePlan.Action(file.path, verb, reason, ownership, found: found)
  }

  private func conflict(_ reason: WritePlan.Reason) -> WritePlanner.Decision {
    (action(.conflict, reason, entry?.ownership ?? file.ownership), entry)
  }

  private func write(
    _ verb: WritePlan.Verb, _ reason: WritePlan.Reason, _ ownership: Ownership
  ) -> WritePlanner.Decision { (action(verb, reason, ownership), record(ownership)) }

  /// Leaves the file as it is; what was written last stays the base of later comparisons.
  private func keep(
    _ reason: WritePlan.Reason, _ entry: Manifest.Entry, _ ownership: Ownership
  ) -> WritePlanner.Decision {
    let isBehind = ownership == .kept && entry.contents != file.digest
    return (
      action(.keep, isBehind ? .keptAndOutOfDate : reason, ownership),
      entry.with(ownership: ownership, seal: entry.seal ?? file.seal)
    )
  }

  private func record(_ ownership: Ownership) -> Manifest.Entry {
    Manifest.Entry(of: file, as: ownership, after: entry)
  }
}

extension Ownership {
  /// Why a file that was written is left as it is, whatever is generated now.
  var reasonToKeep: WritePlan.Reason? {
    switch self {
    case .managed, .merged: nil
    case .seeded: .seeded
    case .sealed: .sealed
    case .kept: .kept
    }
  }
}

extension Manifest.Entry {
  /// Whether contents differ from what was written in their layout at most.
  func saysSame(as contents: [UInt8], _ format: FileFormat) -> Bool {
    if Digest(of: contents) == self.contents { return true }
    if Digest(of: LineEndings.trimmed(contents)) == self.contents { return true }
    guard let form else { return false }
    return FileForm(contents, format)?.digest == form
  }
}

extension TargetLanguage {
  /// The language that the name of a file speaks of, as far as its layout can be told from its meaning.
  init(ofFile path: RelativePath) {
    switch path.name.split(separator: ".").last {
    case "xml"?: self = .xml
    case "json"?: self = .json
    case "yaml"?, "yml"?: self = .yaml
    default: self = .text
    }
  }
}
