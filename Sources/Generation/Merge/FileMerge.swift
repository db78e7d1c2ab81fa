import Diagnostics

/// Merges the edits of a team with what is generated now.
///
/// Lines are merged first. Where that fails, lists are merged as sets, and a side that changed nothing but
/// the layout gives way to the other. What no longer parses afterwards is a conflict.
struct FileMerge {
  enum Outcome: Hashable {
    case merged([UInt8])
    /// The sides contradict each other; with markers around what does, where there can be any.
    case conflict(marked: [UInt8]?)
    /// A merge is needed, and what merges lines cannot be had.
    case unavailable(String)
  }

  let format: FileFormat
  let mergeLines: (LineMerge) -> LineMerge.Outcome

  func merge(_ merge: LineMerge) -> Outcome {
    if merge.ours == merge.theirs || merge.base == merge.theirs { return .merged(merge.ours) }
    if merge.base == merge.ours { return .merged(merge.theirs) }
    guard !hasZero(merge) else { return .conflict(marked: nil) }
    // An editor that ends lines in its own way has changed nothing.
    if LineEndings.areWindows(merge.ours), !LineEndings.areWindows(merge.base) { return mergeUnix(merge) }
    let outcome = mergeTexts(merge)
    guard case .conflict = outcome, LineEndings.areMixed(merge.ours), !LineEndings.areMixed(merge.base) else {
      return outcome
    }
    return mergeUnix(merge)
  }

  /// Merges with line endings as everything generated has, and writes those that most lines of the team's have.
  private func mergeUnix(_ merge: LineMerge) -> Outcome {
    let lines = LineMerge(
      base: LineEndings.unix(merge.base), ours: LineEndings.unix(merge.ours), theirs: merge.theirs)
    func written(_ text: [UInt8]) -> [UInt8] {
      LineEndings.areMostlyWindows(merge.ours) ? LineEndings.windows(text) : text
    }
    switch self.merge(lines) {
    case .merged(let text): return .merged(written(text))
    case .conflict(let text): return .conflict(marked: text.map(written))
    case .unavailable(let reason): return .unavailable(reason)
    }
  }

  private func mergeTexts(_ merge: LineMerge) -> Outcome {
    let lines = mergeLines(merge)
    if case .clean(let text) = lines, isSound(text, after: merge) { return .merged(text) }
    if let text = mergeLists(merge) ?? mergeLayout(merge) { return .merged(text) }
    switch lines {
    case .unavailable(let reason): return .unavailable(reason)
    case .overlapping(let text): return .conflict(marked: text)
    case .clean: return .conflict(marked: markedWhole(merge))
    }
  }

  private func mergeLists(_ merge: LineMerge) -> [UInt8]? {
    guard format.language == .xml, let rest = ListMerge.settingLists(of: merge, format.lists) else {
      return nil
    }
    let text: [UInt8]
    if rest.base == rest.ours {
      text = rest.theirs
    } else if rest.base == rest.theirs || rest.ours == rest.theirs {
      text = rest.ours
    } else if case .clean(let merged) = mergeLines(rest) {
      text = merged
    } else {
      return nil
    }
    return isSound(text, after: merge) ? text : nil
  }

  /// The side that means something new, where the other has changed the layout only.
  private func mergeLayout(_ merge: LineMerge) -> [UInt8]? {
    if FileForm.areEquivalent(merge.base, merge.ours, format) { return merge.theirs }
    if FileForm.areEquivalent(merge.ours, merge.theirs, format) { return merge.ours }
    if FileForm.areEquivalent(merge.base, merge.theirs, format) { return merge.ours }
    return nil
  }

  /// Whether a merged text is in its language and repeats no item of a list, where neither side does.
  private func isSound(_ text: [UInt8], after merge: LineMerge) -> Bool {
    guard !isBroken(text) || isBroken(merge.ours) || isBroken(merge.theirs) else { return false }
    guard format.language == .xml else { return true }
    return [merge.ours, merge.theirs].contains { ItemList.repeatsItems($0, format.lists) }
      || !ItemList.repeatsItems(text, format.lists)
  }

  private func isBroken(_ text: [UInt8]) -> Bool {
    LanguageCheck(language: format.language).fault(in: SourceFile(name: "", contents: text)) != nil
  }

  /// Both texts whole, where no single place is at fault.
  private func markedWhole(_ merge: LineMerge) -> [UInt8] {
    func line(_ text: String) -> [UInt8] { Array("\(text)\n".utf8) }
    func whole(_ text: [UInt8]) -> [UInt8] { text.last == UInt8(ascii: "\n") ? text : text + [0x0A] }
    return line("<<<<<<< \(MergeMarkers.names.ours)") + whole(merge.ours) + line("=======")
      + whole(merge.theirs) + line(">>>>>>> \(MergeMarkers.names.theirs)")
  }

  private func hasZero(_ merge: LineMerge) -> Bool {
    merge.base.contains(0) || merge.ours.contains(0) || merge.theirs.contains(0)
  }
}
