import CatalogModel
import Diagnostics
import EmbeddedKnowledge
import Workspace
import YAMLSyntax

/// Loads the catalog that a command works with.
enum CatalogLoader {
  /// The built-in catalog, or the one in a folder, checked as a whole.
  ///
  /// - Parameter isStaged: whether a folder of this repository is read as it is staged.
  /// - Throws: `ExitStatus` after the reason was shown.
  static func load(
    _ options: KnowledgeOptions, _ console: Console, isStaged: Bool = false
  ) throws -> Catalog {
    guard let folder = options.catalogFolder else { return kept(EmbeddedCatalog.open()) }
    var bag = DiagnosticBag()
    let loaded = try load(filesIn: folder, console, isStaged: isStaged, into: &bag)
    let catalog = CatalogReader.readChecked(loaded.files, digest: loaded.digest, into: &bag)
    console.show(bag)
    guard !bag.hasErrors else {
      console.tell("The catalog in \(folder) has errors; no decision rests on it.\n")
      throw ExitStatus.invalidInput
    }
    return catalog
  }

  /// The files of a catalog in a folder that can be parsed, and the digest of all.
  static func load(
    filesIn folder: String, _ console: Console, isStaged: Bool = false, into bag: inout DiagnosticBag
  ) throws -> (files: [CatalogFile], digest: String) {
    load(try load(folder: folder, isStaged, console), below: folder, into: &bag)
  }

  /// The files of a catalog that can be parsed, and the digest of all.
  static func load(
    _ sources: [SourceFile], below folder: String, into bag: inout DiagnosticBag
  ) -> (files: [CatalogFile], digest: String) {
    let files = sources.compactMap { source -> CatalogFile? in
      YAMLTree.parse(source, into: &bag).map { CatalogFile(path: path(of: source, below: folder), tree: $0) }
    }
    let digest = CatalogDigest.digest(of: sources.map { (path: path(of: $0, below: folder), file: $0) })
    return (files, digest)
  }

  private static func path(of source: SourceFile, below folder: String) -> String {
    String(source.name.dropFirst(folder.count).drop { $0 == "/" })
  }

  private static func load(folder: String, _ isStaged: Bool, _ console: Console) throws -> [SourceFile] {
    do throws(LoadFailure) { return try SourceFile.load(below: folder, isStaged: isStaged) } catch {
      console.fail(error.description)
      throw error.status
    }
  }
}

extension LoadFailure {
  /// How a command ends that a file was not to be had for.
  var status: ExitStatus {
    switch self {
    case .tooLarge: .invalidInput
    case .notFound, .isFolder, .notAFolder, .notAPlainFile, .tooDeep, .unreadable, .notStaged: .environment
    }
  }
}
