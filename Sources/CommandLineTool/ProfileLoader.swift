import CatalogModel
import DesignModel
import Diagnostics
import DocumentSchema
import Generation
import Requirements
import Workspace
import YAMLSyntax

/// Loads the profiles that a command was given.
struct ProfileLoader: Sendable {
  private let knowledge: Knowledge
  private var check: ShapeCheck
  private let reader: ProfileReader
  private let isStaged: Bool

  init(_ knowledge: Knowledge, isStaged: Bool = false) {
    self.knowledge = knowledge
    self.isStaged = isStaged
    check = ShapeCheck(ProfileShape(knowledge.catalog).shape)
    reader = ProfileReader(vocabulary: knowledge.catalog.vocabulary)
  }

  /// What lies below a folder, where designs that were generated are marked; `nil` where a path names a file.
  static func listing(of path: String, isStaged: Bool) throws(LoadFailure) -> FolderListing? {
    guard path != SourceFile.standardInputPath else { return nil }
    if isStaged { return try FolderListing.listStaged(path, marking: Manifest.folderName) }
    do throws(LoadFailure) {
      return try FolderListing.list(path, marking: Manifest.folderName)
    } catch {
      switch error {
      case .notAFolder: return nil
      case .notFound, .isFolder, .notAPlainFile, .tooLarge, .tooDeep, .unreadable, .notStaged: throw error
      }
    }
  }

  /// The profile in a file; `nil` when it has errors.
  ///
  /// - Parameter hasContract: whether the contract is wanted once it is checked.
  mutating func load(
    _ path: String, hasContract: Bool = true, into bag: inout DiagnosticBag
  ) throws(LoadFailure) -> Profile? {
    read(
      isStaged ? try SourceFile.loadStaged(path) : try SourceFile.load(path), hasContract: hasContract,
      into: &bag)
  }

  /// The profile in a text; `nil` when it has errors.
  mutating func read(_ file: SourceFile, hasContract: Bool = true, into bag: inout DiagnosticBag) -> Profile?
  {
    var own = DiagnosticBag()
    defer { bag.add(contentsOf: own) }
    guard let tree = YAMLTree.parse(file, keepingDuplicateKeys: true, into: &own) else { return nil }
    check.run(tree.root, into: &own)
    guard !own.hasErrors else { return nil }
    var profile = reader.read(tree, hasContract: hasContract)
    if let workspace = knowledge.workspace { profile = profile.sharing(workspace.file.org) }
    ProfileCheck.run(profile, knowledge.catalog, into: &own)
    return own.hasErrors ? nil : profile
  }
}
