import CatalogModel
import DecisionEngine
import DesignModel
import Diagnostics
import Generation
import Hashing
import Requirements
import Review
import Workspace

/// Reads both sides of a comparison, as far as they differ.
struct ReviewLoader {
  let options: KnowledgeOptions
  /// Of templates other than the built-in ones.
  let templateFolder: String?
  let baseCatalog: String?
  let today: Day
  let console: Console

  /// What both sides come to.
  func load(_ sides: ComparedSides) throws -> ReviewInput {
    var reader = SnapshotReader(repository: sides.repository)
    let root = sides.repository?.root
    var (base, revision) = (SideFiles(sides.base), SideFiles(sides.revision))
    try read(&base, &revision, &reader) { $0.workspaceEntries }
    try read(&base, &revision, &reader) { $0.documentEntries }
    base.takeConflicts()
    revision.takeConflicts()
    let catalogs = SideCatalogs(options: options, baseFolder: baseCatalog, root: root, console: console)
    let tables = try catalogs.load(&base, &revision)
    var old = LoadedSide(base, tables.base, try templates(base, root, &reader))
    var new = LoadedSide(revision, tables.revision, try templates(revision, root, &reader))
    passOver(old, new)
    let unchanged = Self.readDesigns(&old, &new)
    try generate(&old, &new)
    let folders = try DesignFolders(base: old, revision: new).load(&reader)
    for problem in folders.unreadable { new.note(problem) }
    return ReviewInput(
      base: old.side, revision: new.side, folders: folders.folders, removedManifests: folders.removed,
      unchanged: unchanged, reversal: try reversal(sides, base, revision, &reader), today: today)
  }

  /// Says which names keep what may be a profile from being read.
  private func passOver(_ base: LoadedSide, _ revision: LoadedSide) {
    var passedOver = PassedOverProfiles()
    let names = [base, revision].flatMap { side in side.files.otherNames.filter(side.knowledge.holdsProfiles)
    }
    passedOver.otherNames = Set(names).sorted()
    var bag = DiagnosticBag()
    passedOver.report(into: &bag)
    console.show(bag)
  }

  /// Commits know which came first; folders may hold something that tells.
  private func reversal(
    _ sides: ComparedSides, _ base: SideFiles, _ revision: SideFiles, _ reader: inout SnapshotReader
  ) throws -> String? {
    guard sides.repository == nil, sides.reversal == nil else { return sides.reversal }
    return try RecordHistory(base: base, revision: revision).reversal(&reader)
  }

  /// Reads some of the documents of both sides at once.
  private func read(
    _ base: inout SideFiles, _ revision: inout SideFiles, _ reader: inout SnapshotReader,
    _ entries: (SideFiles) -> [Snapshot.Entry]
  ) throws {
    let (old, new) = (entries(base), entries(revision))
    let contents = try reader.read(old + new, limit: SourceFile.largestDocument)
    for (entry, contents) in zip(old, contents) { base.take(entry.path, contents) }
    for (entry, contents) in zip(new, contents.dropFirst(old.count)) { revision.take(entry.path, contents) }
  }

  private func templates(
    _ files: SideFiles, _ root: String?, _ reader: inout SnapshotReader
  ) throws -> SideTemplates {
    let entries = SideTemplates.entries(templateFolder, root: root, of: files)
    let contents = try reader.read(entries, limit: SourceFile.largestDocument)
    return SideTemplates(templateFolder, root: root, of: files, entries, contents, console)
  }

  /// Reads every profile that is not the same on both sides, and counts the others.
  private static func readDesigns(_ base: inout LoadedSide, _ revision: inout LoadedSide) -> Int {
    var unchanged = 0
    let paths = Set(base.files.documents.keys).union(revision.files.documents.keys).sorted()
    for path in paths {
      let (old, new) = (base.files.documents[path], revision.files.documents[path])
      if let old, let new, old.contents == new.contents, base.hasSameKnowledge(as: revision, path) {
        if revision.knowledge.isProfile(new) { unchanged += 1 }
        continue
      }
      if let old { base.read(old) }
      if let new { revision.read(new) }
    }
    return unchanged
  }

  /// Generates what the designs come to, where profile, workspace, templates or design differ.
  private func generate(_ base: inout LoadedSide, _ revision: inout LoadedSide) throws {
    let differing = Set(base.differences(from: revision))
    guard !differing.isEmpty else { return }
    var generators = SideGenerators(base.templates)
    try base.generate(differing, &generators, known: nil)
    if revision.templates.digest != base.templates.digest { generators = SideGenerators(revision.templates) }
    try revision.generate(differing, &generators, known: base)
  }
}
