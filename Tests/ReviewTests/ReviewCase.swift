import CatalogModel
import DecisionEngine
import DesignModel
import Diagnostics
import Hashing
import Requirements
import TestSupport
import Testing
import YAMLSyntax

@testable import Review

/// A page below `Tests/Fixtures/review/rules`: a change of the example profile, and what one rule finds in it.
struct ReviewCase: Sendable, CustomTestStringConvertible {
  /// The id of the rule.
  let rule: String
  private let page: YAMLTree

  var testDescription: String { rule }

  static let folder = "Tests/Fixtures/review/rules"

  static let all: [ReviewCase] = {
    Repository.paths(below: folder).compactMap { path in
      var bag = DiagnosticBag()
      guard let file = try? Repository.file(folder + "/" + path) else { return nil }
      guard let tree = YAMLTree.parse(file, into: &bag) else { return nil }
      return ReviewCase(rule: String(path.dropLast(".yaml".count)), page: tree)
    }
  }()

  /// Severity and subject of every finding of the rule.
  var expected: [String] { texts(page.root["finds"]) }

  /// Findings of the rule in the order of the report.
  func findings() throws -> [Finding] {
    DesignReview(try input()).findings.filter { $0.rule.id == rule }
  }

  /// The review of the revision with itself.
  func findingsOfNothing() throws -> [Finding] {
    let input = try self.input()
    let same = ReviewInput(
      base: input.revision, revision: input.revision, folders: [], unchanged: 0, today: input.today)
    return DesignReview(same).findings
  }

  func input() throws -> ReviewInput {
    let profile = String(
      decoding: try Repository.file("examples/opportunity-to-order.yaml").contents, as: UTF8.self)
    let common = try apply("both", to: profile)
    let table = try Self.table(nil)
    let revisionTable = try Self.table(page.root["catalog"])
    var base = [try design(try apply("base", to: common), table, "base-files")]
    var revision = [try design(try apply("revision", to: common), revisionTable, "revision-files")]
    switch page.root["design"]?.text {
    case "added": base = []
    case "removed": revision = []
    default: break
    }
    return ReviewInput(
      base: try side("main", table, base, "base-workspace", "base-unreadable"),
      revision: try side(
        "the work tree", revisionTable, revision, "revision-workspace", "revision-unreadable"),
      folders: folders, removedManifests: texts(page.root["removed-manifests"]), unchanged: 0,
      reversal: page.root["reversed"]?.text, today: try #require(Day("2026-06-01")))
  }

  // MARK: Parts

  private func texts(_ node: YAMLNode?) -> [String] { node?.elements.compactMap(\.text) ?? [] }

  /// Replaces pieces of the profile, each of which has to be there.
  private func apply(_ key: String, to text: String) throws -> String {
    var text = text
    for edit in page.root[key].map({ Array($0.elements) }) ?? [] {
      let from = try #require(edit["from"]?.text)
      try #require(text.contains(from), "\(rule): the profile has no '\(from)'")
      text = text.replacing(from, with: edit["to"]?.text ?? "")
    }
    return text
  }

  private static let catalogFiles: [CatalogFile] = {
    var bag = DiagnosticBag()
    return (try? Repository.catalogFiles(into: &bag)) ?? []
  }()

  private static let shipped: DecisionTable = {
    var bag = DiagnosticBag()
    return DecisionTable(CatalogReader.read(catalogFiles, digest: "sha256:shipped", into: &bag))
  }()

  /// The shipped catalog, with one file changed where the page says so.
  private static func table(_ change: YAMLNode?) throws -> DecisionTable {
    guard let change else { return shipped }
    let path = try #require(change["file"]?.text)
    let from = try #require(change["from"]?.text)
    var bag = DiagnosticBag()
    let files = try catalogFiles.map { file -> CatalogFile in
      guard file.path == path else { return file }
      let text = String(decoding: file.tree.file.contents, as: UTF8.self)
      try #require(text.contains(from))
      let changed = SourceFile(name: path, text: text.replacing(from, with: change["to"]?.text ?? ""))
      return CatalogFile(path: path, tree: try #require(YAMLTree.parse(changed, into: &bag)))
    }
    return DecisionTable(CatalogReader.read(files, digest: "sha256:changed", into: &bag))
  }

  private func design(_ text: String, _ table: DecisionTable, _ files: String) throws -> ReviewedDesign {
    var bag = DiagnosticBag()
    let path =
      page.root["moved"]?.text.flatMap { files == "revision-files" ? $0 : nil } ?? "profiles/order.yaml"
    let tree = try #require(YAMLTree.parse(SourceFile(name: path, text: text), into: &bag))
    let profile = ProfileReader(vocabulary: table.catalog.vocabulary).read(tree)
    let decision = table.decide(profile.answers, decided: profile.decision?.ids ?? [])
    let artifacts = page.root[files].map { node in
      node.entries.compactMap { entry -> ReviewedArtifact? in
        guard let path = entry.key.text, let text = entry.value.text else { return nil }
        return ReviewedArtifact(path: path, kind: "kind", contents: Array(text.utf8))
      }
    }
    return ReviewedDesign(
      profile: profile, table: table, decision: decision,
      design: Design(profile, decision, table.catalog, WorkspaceSettings()), artifacts: artifacts)
  }

  private func side(
    _ name: String, _ table: DecisionTable, _ designs: [ReviewedDesign], _ workspace: String,
    _ unreadable: String
  ) throws -> ReviewSide {
    let files = texts(page.root[unreadable]).map {
      UnreadableFile(path: $0, role: .profile, reason: "it is broken", location: nil)
    }
    guard let text = page.root[workspace]?.text else {
      return ReviewSide(name: name, table: table, designs: designs, unreadable: files)
    }
    var bag = DiagnosticBag()
    let file = SourceFile(name: "bascule.yaml", text: "workspace: 1\n" + text)
    let tree = try #require(YAMLTree.parse(file, into: &bag))
    let policy = WorkspaceReader(vocabulary: table.catalog.vocabulary).read(tree).review
    return ReviewSide(
      name: name, table: table, designs: designs, unreadable: files,
      workspaces: [ReviewedWorkspace(path: "bascule.yaml", catalog: table.catalog, policy: policy)])
  }

  /// Files of one folder: what was written, and what lies there on each side, as texts.
  private var folders: [ReviewedFolder] {
    guard let node = page.root["folder"] else { return [] }
    let files = node.entries.map { entry -> ReviewedFolder.File in
      func digest(_ key: String) -> Digest? { entry.value[key]?.text.map { Digest(of: Array($0.utf8)) } }
      return ReviewedFolder.File(
        path: entry.key.text ?? "", kind: "kind",
        owner: entry.value["owner"]?.text.flatMap(ReviewedFolder.Owner.init(rawValue:)) ?? .generator,
        written: digest("written") ?? Digest(of: []), base: digest("base"), revision: digest("revision"))
    }
    return [ReviewedFolder(path: "designs/opportunity-to-order", files: files)]
  }
}
