import CatalogModel
import DecisionEngine
import DesignModel
import Diagnostics
import Generation
import Requirements
import Review
import Workspace

/// One side of a review while it is read.
struct LoadedSide {
  let files: SideFiles
  var knowledge: SideKnowledge
  private var designs: [ReviewedDesign] = []
  private var unreadable: [UnreadableFile]

  init(_ files: SideFiles, _ knowledge: SideKnowledge) {
    self.files = files
    self.knowledge = knowledge
    unreadable = files.unreadable + knowledge.unreadable
  }

  var side: ReviewSide {
    let workspace = knowledge.outermost
    return ReviewSide(
      name: files.name, table: knowledge.table, designs: designs, unreadable: unreadable,
      workspace: workspace?.loaded.path, policy: workspace?.file.review ?? ReviewPolicy())
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
    if let other = designs.first(where: { $0.id == design.id }) {
      unreadable.append(
        UnreadableFile(
          path: file.name, role: .profile, reason: "it has the id of '\(other.path)'",
          location: design.profile.idPlace))
      return
    }
    designs.append(design)
  }

  /// Whether the workspace of a path is the same on another side.
  func hasSameWorkspace(as other: LoadedSide, _ path: String) -> Bool {
    let folder = knowledge.workspaceFolder(of: path)
    guard folder == other.knowledge.workspaceFolder(of: path) else { return false }
    let own = folder.flatMap { knowledge.workspaces[$0]?.file.file.contents }
    return own == folder.flatMap { other.knowledge.workspaces[$0]?.file.file.contents }
  }

  /// The ids of the designs whose files may differ: another text, another workspace, or another decision.
  func differences(from other: LoadedSide) -> [String] {
    let others = Dictionary(other.designs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let own = designs.compactMap { design -> String? in
      guard let twin = others[design.id] else { return design.id }
      let isSame =
        design.profile.file.contents == twin.profile.file.contents && design.hasSameChoice(as: twin)
        && hasSameWorkspace(as: other, design.path)
      return isSame ? nil : design.id
    }
    let ids = Set(designs.map(\.id))
    return own + other.designs.map(\.id).filter { !ids.contains($0) }
  }

  /// Adds what is generated for some designs; nothing where it cannot be.
  mutating func generate(_ ids: Set<String>, _ generator: Generator) {
    designs = designs.map { design in
      guard ids.contains(design.id) else { return design }
      var bag = DiagnosticBag()
      let files = generator.generate(design.design, of: design.profile, into: &bag)
      return ReviewedDesign(
        profile: design.profile, table: design.table, decision: design.decision, design: design.design,
        artifacts: files?.map {
          ReviewedArtifact(path: $0.path.description, kind: $0.kind, contents: $0.contents)
        })
    }
  }
}

extension ReviewedDesign {
  /// Whether pattern, topology, technologies and practices are those of another.
  fileprivate func hasSameChoice(as other: ReviewedDesign) -> Bool {
    choice == other.choice
  }

  private var choice: [String?] {
    [design.pattern?.candidate.id, design.topology?.candidate.id]
      + design.technologies.map(\.candidate.id) + design.practices.map(\.practice.id)
  }
}
