import CatalogModel
import DecisionEngine
import DesignModel
import Diagnostics
import Requirements
import Workspace

/// A profile as `git diff` shows it: the decision first, then the text.
enum ProfileText {
  /// Whatever is wrong, git gets the text; only a file that is not to be had is a failure.
  static func write(_ path: String, _ options: KnowledgeOptions, _ console: Console) throws {
    let file: SourceFile
    do throws(LoadFailure) { file = try SourceFile.load(path, limit: TargetFolder.largestFile) } catch {
      console.fail(error.description)
      throw error.status
    }
    let text = String(decoding: file.contents, as: UTF8.self)
    guard let head = decision(of: file, options) else { return try console.write(text) }
    try console.write(head + "\n" + text)
  }

  private static func decision(of file: SourceFile, _ options: KnowledgeOptions) -> String? {
    guard file.looksLikeProfile else { return nil }
    let silent = Console(color: .never, isQuiet: true)
    let loader = WorkspaceLoader(options: options, console: silent)
    guard let knowledge = try? loader.knowledgeHere() else { return nil }
    var bag = DiagnosticBag()
    var profiles = ProfileLoader(knowledge)
    guard let profile = profiles.read(file, into: &bag) else { return nil }
    let decision = DecisionTable(knowledge.catalog).decide(
      profile.answers, decided: profile.decision?.ids ?? [])
    return text(Design(profile, decision, knowledge.catalog, knowledge.settings))
  }

  private static func text(_ design: Design) -> String {
    let lines = [
      "pattern: \(design.pattern?.candidate.id ?? "none")",
      "topology: \(design.topology?.candidate.id ?? "none")",
      "technologies: \(design.technologies.map(\.candidate.id).joined(separator: ", "))",
      design.margin.map { "margin: \($0) points ahead of \(design.runnerUp?.candidate.id ?? "nobody")" },
    ]
    // A line for each, so that only those that come or go are shown.
    let more =
      design.departures.map { "departure: \($0.what.word)" }
      + design.practices.map { "practice: \($0.practice.id)" }
    return (lines.compactMap { $0 } + more).map { "# bascule " + $0 + "\n" }.joined()
  }
}
