import CatalogModel
import Diagnostics
import Generation
import Hashing
import Workspace

/// The templates that one side generates with.
struct SideTemplates {
  private let folder: String?
  private let console: Console
  private let side: String
  /// As they were on this side; `nil` where it does not hold them.
  private let files: [TemplateFile]?
  /// The same for the same templates.
  let digest: Digest?

  /// The entries of the templates, where their folder is part of this side.
  static func entries(_ folder: String?, root: String?, of files: SideFiles) -> [Snapshot.Entry] {
    guard let folder = path(of: folder, root, files) else { return [] }
    return files.snapshot.entries.filter { entry in
      entry.path.hasPrefix(folder + "/") && TemplateFile.endings.contains { entry.path.hasSuffix($0) }
    }
  }

  /// - Parameter contents: of the entries, in their order.
  init(
    _ folder: String?, root: String?, of side: SideFiles, _ entries: [Snapshot.Entry],
    _ contents: some Collection<SnapshotContents>, _ console: Console
  ) {
    self.folder = folder
    self.console = console
    self.side = side.name
    guard let path = Self.path(of: folder, root, side) else {
      (files, digest) = (nil, nil)
      return
    }
    let sources = zip(entries, contents).compactMap { entry, contents in
      contents.bytes.map { SourceFile(name: entry.path, contents: $0) }
    }
    files = sources.map {
      TemplateFile(path: String($0.name.dropFirst(path.count + 1)), contents: .text($0))
    }
    let lines = sources.map { "\(Digest(of: $0.contents)) \($0.name)\n" }
    digest = Digest(of: Array(lines.joined().utf8))
  }

  private static func path(of folder: String?, _ root: String?, _ files: SideFiles) -> String? {
    folder.flatMap { SideFolder($0, root: root).path(with: "names.yaml", in: files) }
  }

  /// The templates, checked as a whole.
  ///
  /// - Throws: `ExitStatus` after the reason was shown.
  func load(_ catalog: Catalog) throws -> TemplateSet {
    guard let files else { return try TemplateLoader.load(folder, catalog, console) }
    var bag = DiagnosticBag()
    let templates = TemplateSet.check(files, against: catalog, into: &bag)
    guard !bag.hasErrors else {
      console.show(bag)
      console.tell("The templates of \(side) have errors; nothing is generated from them.\n")
      throw ExitStatus.invalidInput
    }
    return templates
  }
}
