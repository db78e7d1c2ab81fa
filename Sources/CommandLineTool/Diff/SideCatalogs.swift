import CatalogModel
import DecisionEngine
import DesignModel
import Diagnostics
import EmbeddedKnowledge
import Review
import Workspace

/// Loads the catalogs that both sides are decided with; equal ones are read once.
struct SideCatalogs {
  let options: KnowledgeOptions
  /// The catalog of the base, where it is another one.
  let baseFolder: String?
  let root: String?
  let console: Console

  /// By what they are made of.
  private typealias Shelf = [[String]: DecisionTable]

  /// The catalogs of both sides; what an overlay does wrong is noted on its side.
  ///
  /// - Throws: `ExitStatus` after the reason was shown.
  func load(
    _ base: inout SideFiles, _ revision: inout SideFiles
  ) throws -> (base: SideTables, revision: SideTables) {
    var shelf: Shelf = [:]
    let new = try load(options.catalogFolder, &revision, &shelf)
    let old = try load(baseFolder ?? options.catalogFolder, &base, &shelf)
    return (old, new)
  }

  private func load(_ path: String?, _ files: inout SideFiles, _ shelf: inout Shelf) throws -> SideTables {
    let plain = try loadPlain(path, files, &shelf)
    var overlaid: [String: DecisionTable] = [:]
    for (folder, overlays) in overlays(of: files) {
      overlaid[folder] = try load(path, overlays, &files, &shelf)
    }
    return SideTables(plain: plain, overlaid: overlaid)
  }

  /// The folders of the overlays that each workspace names, by the folder of the workspace.
  private func overlays(of files: SideFiles) -> [(folder: String, overlays: [String])] {
    files.documents.keys.filter(SideFiles.isWorkspace).sorted().compactMap { path in
      guard let file = files.documents[path] else { return nil }
      let folder = FolderPath.folder(of: path)
      let overlays = LoadedWorkspace(file).outline?.overlays ?? []
      return overlays.isEmpty ? nil : (folder, overlays.map { FolderPath.join(folder, $0.text) })
    }
  }

  /// The catalog with overlays; `nil` where they have errors.
  private func load(
    _ path: String?, _ overlays: [String], _ files: inout SideFiles, _ shelf: inout Shelf
  ) throws -> DecisionTable? {
    var bag = DiagnosticBag()
    let base = try loadFiles(path, files, into: &bag)
    let loaded = overlays.map { folder in
      let read = CatalogLoader.load(files.documents(below: folder), below: folder, into: &bag)
      return (overlay: Overlay(folder: folder, files: read.files), digest: read.digest)
    }
    let digest = CatalogDigest.digest(of: base.digest, with: loaded.map(\.digest))
    if let table = shelf[[digest] + overlays] { return table }
    let catalog = CatalogReader.readOverlaid(
      base.files, isChecked: path == nil, loaded.map(\.overlay), digest: digest, into: &bag
    ).catalog
    guard !bag.hasErrors else {
      files.note(overlays: overlays, bag)
      return nil
    }
    let table = DecisionTable(catalog)
    shelf[[digest] + overlays] = table
    return table
  }

  private func loadPlain(_ path: String?, _ files: SideFiles, _ shelf: inout Shelf) throws -> DecisionTable {
    guard folder(path, in: files) != nil else {
      let key = ["outside", path ?? ""]
      if let table = shelf[key] { return table }
      var options = options
      options.catalog = path
      let table = DecisionTable(try CatalogLoader.load(options, console))
      shelf[key] = table
      return table
    }
    var bag = DiagnosticBag()
    let loaded = try loadFiles(path, files, into: &bag)
    if let table = shelf[[loaded.digest]] { return table }
    let catalog = CatalogReader.readChecked(loaded.files, digest: loaded.digest, into: &bag)
    guard !bag.hasErrors else {
      console.show(bag)
      console.tell("The catalog of \(files.name) has errors; no decision rests on it.\n")
      throw ExitStatus.invalidInput
    }
    let table = DecisionTable(catalog)
    shelf[[loaded.digest]] = table
    return table
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

  /// The path of a catalog from the root of a side; `nil` where the side does not hold it.
  private func folder(_ path: String?, in files: SideFiles) -> String? {
    path.flatMap { SideFolder($0, root: root).path(with: "catalog.yaml", in: files) }
  }
}

extension SideFiles {
  /// The documents below a folder, by path.
  func documents(below folder: String) -> [SourceFile] {
    documents.keys.filter { $0.hasPrefix(folder + "/") }.sorted().compactMap { documents[$0] }
  }
}
