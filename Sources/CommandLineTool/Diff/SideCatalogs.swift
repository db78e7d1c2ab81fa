import CatalogModel
import DecisionEngine
import DesignModel
import Diagnostics
import EmbeddedKnowledge
import Review
import Workspace

/// Loads the catalogs that both sides are decided with.
struct SideCatalogs {
  let options: KnowledgeOptions
  /// The catalog of the base, where it is another one.
  let baseFolder: String?
  let root: String?
  let console: Console

  /// The catalogs of both sides in the evaluator's form; what an overlay does wrong is noted on its side.
  ///
  /// - Throws: `ExitStatus` after the reason was shown.
  func load(
    _ base: inout SideFiles, _ revision: inout SideFiles
  ) throws -> (base: DecisionTable, revision: DecisionTable) {
    if isBuiltIn(base), isBuiltIn(revision), baseFolder == nil {
      let table = DecisionTable(try CatalogLoader.load(options, console))
      return (table, table)
    }
    let new = try load(options.catalogFolder, &revision)
    let old = try load(baseFolder ?? options.catalogFolder, &base)
    let table = DecisionTable(new)
    return old.digest == new.digest ? (table, table) : (DecisionTable(old), table)
  }

  /// Whether neither the catalog nor an overlay is part of what is compared.
  private func isBuiltIn(_ files: SideFiles) -> Bool {
    folder(options.catalogFolder, in: files) == nil && overlays(of: files).isEmpty
  }

  private func load(_ path: String?, _ files: inout SideFiles) throws -> Catalog {
    let overlays = overlays(of: files)
    guard !overlays.isEmpty else { return try loadPlain(path, files) }
    var bag = DiagnosticBag()
    let base = try loadFiles(path, files, into: &bag)
    let loaded = overlays.map { folder in
      let read = CatalogLoader.load(files.documents(below: folder), below: folder, into: &bag)
      return (overlay: Overlay(folder: folder, files: read.files), digest: read.digest)
    }
    let catalog = CatalogReader.readOverlaid(
      base.files, isChecked: path == nil, loaded.map(\.overlay),
      digest: CatalogDigest.digest(of: base.digest, with: loaded.map(\.digest)), into: &bag
    ).catalog
    guard bag.hasErrors else { return catalog }
    files.note(overlays: overlays, bag)
    return try loadPlain(path, files)
  }

  private func loadPlain(_ path: String?, _ files: SideFiles) throws -> Catalog {
    guard folder(path, in: files) != nil else {
      var options = options
      options.catalog = path
      return try CatalogLoader.load(options, console)
    }
    var bag = DiagnosticBag()
    let loaded = try loadFiles(path, files, into: &bag)
    let catalog = CatalogReader.readChecked(loaded.files, digest: loaded.digest, into: &bag)
    guard bag.hasErrors else { return catalog }
    console.show(bag)
    console.tell("The catalog of \(files.name) has errors; no decision rests on it.\n")
    throw ExitStatus.invalidInput
  }

  /// A catalog that is part of what is compared is read as it was there.
  private func loadFiles(
    _ path: String?, _ files: SideFiles, into bag: inout DiagnosticBag
  ) throws -> (files: [CatalogFile], digest: String) {
    if let folder = folder(path, in: files) {
      return CatalogLoader.load(files.documents(below: folder), below: folder, into: &bag)
    }
    guard let path else { return (EmbeddedCatalog.files, EmbeddedCatalog.digest) }
    return try CatalogLoader.load(filesIn: path, console, into: &bag)
  }

  /// The folders of the overlays that the outermost workspace names.
  private func overlays(of files: SideFiles) -> [String] {
    let paths = files.documents.keys.filter(SideKnowledge.isWorkspace)
    guard let path = paths.min(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) }),
      let file = files.documents[path]
    else { return [] }
    let loaded = LoadedWorkspace(file)
    return (loaded.outline?.overlays ?? []).map { FolderPath.join(FolderPath.folder(of: path), $0.text) }
  }

  /// The path of a catalog from the root of a side; `nil` where the side does not hold it.
  private func folder(_ path: String?, in files: SideFiles) -> String? {
    guard let path else { return nil }
    let absolute = FolderPath.absolute(path)
    let inside = root.map(FolderPath.absolute).flatMap { root in
      absolute.hasPrefix(root + "/") ? String(absolute.dropFirst(root.count + 1)) : nil
    }
    let name = path.hasSuffix("/") ? String(path.dropLast()) : path
    return [inside, path.hasPrefix("/") ? nil : name].compactMap { $0 }.first {
      files.documents[$0 + "/catalog.yaml"] != nil
    }
  }
}

extension SideFiles {
  /// The documents below a folder, by path.
  func documents(below folder: String) -> [SourceFile] {
    documents.keys.filter { $0.hasPrefix(folder + "/") }.sorted().compactMap { documents[$0] }
  }
}
