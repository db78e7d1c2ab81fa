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
  let baseCatalog: String?
  let today: Day
  let console: Console

  /// What both sides come to.
  func load(_ sides: ComparedSides) throws -> ReviewInput {
    var reader = SnapshotReader(repository: sides.repository)
    var (base, revision) = (SideFiles(sides.base), SideFiles(sides.revision))
    try read(sides, &base, &revision, &reader)
    let catalogs = SideCatalogs(
      options: options, baseFolder: baseCatalog, root: sides.repository?.root, console: console)
    let tables = try catalogs.load(&base, &revision)
    var old = LoadedSide(base, SideKnowledge(base, tables.base))
    var new = LoadedSide(revision, SideKnowledge(revision, tables.revision))
    let unchanged = Self.readDesigns(&old, &new)
    try generate(&old, &new)
    let folders = try DesignFolders(base: old, revision: new).load(&reader)
    for problem in folders.unreadable { new.note(problem) }
    return ReviewInput(
      base: old.side, revision: new.side, folders: folders.folders, unchanged: unchanged,
      isReversed: sides.isReversed, today: today)
  }

  private func read(
    _ sides: ComparedSides, _ base: inout SideFiles, _ revision: inout SideFiles,
    _ reader: inout SnapshotReader
  ) throws {
    let old = sides.base.snapshot.entries.filter { SideFiles.isDocument($0.path) }
    let new = sides.revision.snapshot.entries.filter { SideFiles.isDocument($0.path) }
    let contents = try reader.read(old + new, limit: SourceFile.largestDocument)
    for (entry, contents) in zip(old, contents) { base.take(entry.path, contents) }
    for (entry, contents) in zip(new, contents.dropFirst(old.count)) { revision.take(entry.path, contents) }
    base.takeConflicts()
    revision.takeConflicts()
  }

  /// Reads every profile that is not the same on both sides, and counts the others.
  private static func readDesigns(_ base: inout LoadedSide, _ revision: inout LoadedSide) -> Int {
    var unchanged = 0
    let sameCatalog = base.knowledge.table.catalog.digest == revision.knowledge.table.catalog.digest
    let paths = Set(base.files.documents.keys).union(revision.files.documents.keys).sorted()
    for path in paths {
      let (old, new) = (base.files.documents[path], revision.files.documents[path])
      if let old, let new, sameCatalog, old.contents == new.contents,
        base.hasSameWorkspace(as: revision, path)
      {
        if revision.knowledge.isProfile(new) { unchanged += 1 }
        continue
      }
      if let old { base.read(old) }
      if let new { revision.read(new) }
    }
    return unchanged
  }

  /// Generates what the designs come to, where profile, workspace or design differ.
  private func generate(_ base: inout LoadedSide, _ revision: inout LoadedSide) throws {
    let differing = Set(base.differences(from: revision))
    guard !differing.isEmpty else { return }
    try base.generate(differing, generator(base, options))
    try revision.generate(differing, generator(revision, options))
  }

  private func generator(_ side: LoadedSide, _ options: KnowledgeOptions) throws -> Generator {
    let catalog = side.knowledge.table.catalog
    let templates = try TemplateLoader.load(options, catalog, console)
    return Generator(
      templates: templates, catalog: catalog, identity: GeneratorIdentity(version: ToolVersion.text))
  }
}
