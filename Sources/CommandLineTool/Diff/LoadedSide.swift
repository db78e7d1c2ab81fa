import CatalogModel
import DecisionEngine
import DesignModel
import Diagnostics
import Generation
import Hashing
import Requirements
import Review
import Workspace

/// One side of a review while it is read.
struct LoadedSide {
  let files: SideFiles
  let templates: SideTemplates
  var knowledge: SideKnowledge
  private var designs: [ReviewedDesign] = []
  /// The path of each profile that was read.
  private var paths: [ReviewedDesign.Key: String] = [:]
  private var unreadable: [UnreadableFile]

  init(_ files: SideFiles, _ tables: SideTables, _ templates: SideTemplates) {
    self.files = files
    self.templates = templates
    knowledge = SideKnowledge(files, tables)
    unreadable = files.unreadable + knowledge.unreadable
  }

  var side: ReviewSide {
    ReviewSide(
      name: files.name, table: knowledge.tables.plain, designs: designs, unreadable: unreadable,
      workspaces: knowledge.reviewed)
  }

  /// The ids of the designs that were read.
  var ids: Set<String> { Set(designs.map(\.id)) }

  mutating func note(_ problem: UnreadableFile) { unreadable.append(problem) }

  /// Reads a document if it is a profile.
  mutating func read(_ file: SourceFile) {
    guard knowledge.isProfile(file) else { return }
    var bag = DiagnosticBag()
    guard let design = knowledge.read(file, into: &bag) else {
      unreadable.append(UnreadableFile(file, .profile, bag))
      return
    }
    if let other = paths[design.key] {
      unreadable.append(
        UnreadableFile(
          path: file.name, role: .profile, reason: "it has the id of '\(other)'",
          location: design.profile.idPlace))
      return
    }
    designs.append(design)
    paths[design.key] = file.name
  }

  /// Whether a profile at a path is decided and generated with the same on another side.
  func hasSameKnowledge(as other: LoadedSide, _ path: String) -> Bool {
    let folder = knowledge.workspaceFolder(of: path)
    let catalog = knowledge.tables.table(of: folder).catalog
    return catalog.digest == other.knowledge.tables.table(of: folder).catalog.digest
      && hasSameFiles(as: other, path)
  }

  /// The designs whose files may differ: another text, workspace, template or decision.
  func differences(from other: LoadedSide) -> [ReviewedDesign.Key] {
    let others = Dictionary(
      other.designs.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let own = designs.compactMap { design -> ReviewedDesign.Key? in
      guard let twin = others[design.key] else { return design.key }
      let isSame =
        design.profile.file.contents == twin.profile.file.contents && design.hasSameChoice(as: twin)
        && hasSameFiles(as: other, design.path)
      return isSame ? nil : design.key
    }
    return own + other.designs.map(\.key).filter { paths[$0] == nil }
  }

  /// Whether workspace and templates, which files are made with besides a catalog, are the same.
  private func hasSameFiles(as other: LoadedSide, _ path: String) -> Bool {
    let folder = knowledge.workspaceFolder(of: path)
    guard folder == other.knowledge.workspaceFolder(of: path) else { return false }
    let own = folder.flatMap { knowledge.workspaces[$0]?.file.file.contents }
    return templates.digest == other.templates.digest
      && own == folder.flatMap { other.knowledge.workspaces[$0]?.file.file.contents }
  }

  /// Adds what is generated for some designs; nothing where it cannot be.
  ///
  /// - Parameter known: what was generated for them on the other side, and found to be well-formed.
  mutating func generate(
    _ keys: Set<ReviewedDesign.Key>, _ generators: inout SideGenerators, known: LoadedSide?
  ) throws {
    let others = Dictionary(
      (known?.designs ?? []).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    designs = try designs.map { design in
      guard keys.contains(design.key) else { return design }
      var bag = DiagnosticBag()
      let files = try generators.generator(design.table.catalog).generate(
        design.design, of: design.profile, known: others[design.key]?.digests ?? [:], into: &bag)
      return design.with(
        files?.map {
          ReviewedArtifact(path: $0.path.description, kind: $0.kind, contents: $0.contents)
        })
    }
  }
}

extension ReviewedDesign {
  /// What was generated, by path.
  fileprivate var digests: [RelativePath: Digest] {
    let files = (artifacts ?? []).compactMap { artifact in
      (try? RelativePath(artifact.path)).map { ($0, Digest(of: artifact.contents)) }
    }
    return Dictionary(files, uniquingKeysWith: { first, _ in first })
  }

  /// Whether pattern, topology, technologies and practices are those of another.
  fileprivate func hasSameChoice(as other: ReviewedDesign) -> Bool {
    choice == other.choice
  }

  private var choice: [String?] {
    [design.pattern?.candidate.id, design.topology?.candidate.id]
      + design.technologies.map(\.candidate.id) + design.practices.map(\.practice.id)
  }
}
