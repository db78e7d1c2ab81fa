import Analysis
import ArgumentParser
import CatalogModel
import DecisionEngine
import Diagnostics
import Reporting
import Requirements

/// `bascule recommend`
struct RecommendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recommend", _superCommandName: Bascule.name,
    abstract: "Recommend pattern, topology, technologies and practices, with reasons and sources.",
    discussion: """
      What a profile does not state is unknown; nothing is defaulted. The result says what it rests on, which \
      missing answer could change it, and what would.
      """)

  @Argument(
    help: "Profiles, or folders of profiles; - for standard input. Without one, those of the workspace.",
    completion: .file(extensions: ["yaml", "yml"]))
  var paths: [String] = []

  @OptionGroup var whatIf: WhatIfOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var output: ConsoleOptions

  func run() throws {
    let console = output.console
    let profiles = try ProfileLoader.load(all: paths, for: Self.self, knowledge, console)
    var bag = DiagnosticBag()
    let reports = try profiles.flatMap { try self.reports(on: $0, into: &bag, console) }
    console.show(bag)
    if !reports.isEmpty {
      try console.write(reports.rendered(as: format.format, ofSeveral: profiles.count > 1, console))
    }
    guard profiles.valid.count == profiles.count else { throw ExitStatus.invalidInput }
  }

  private func reports(
    on profiles: LoadedProfiles, into bag: inout DiagnosticBag, _ console: Console
  ) throws -> [Report] {
    let catalog = profiles.catalog
    let settings = try whatIf.settings(catalog.vocabulary, console)
    let candidates = try whatIf.candidates(catalog, console)
    let table = DecisionTable(catalog)
    var explorer = OutlookExplorer(table)
    defer { _ = kept(explorer) }
    return profiles.valid.map { profile in
      let changed = whatIf.apply(settings, to: profile, catalog, into: &bag)
      let report = report(on: changed, candidates, table, &explorer)
      return SettingReport.mark(report, settings, of: profile, catalog.vocabulary)
    }
  }

  private func report(
    on profile: Profile, _ candidates: [Candidate], _ table: DecisionTable, _ explorer: inout OutlookExplorer
  ) -> Report {
    let decision = table.decide(profile.answers, decided: profile.decision?.ids ?? [])
    let outlook = explorer.explore(profile.answers)
    guard !candidates.isEmpty else {
      return RecommendationReport.make(
        profile: profile, decision: decision, outlook: outlook, catalog: table.catalog,
        isVerbose: format.verbose, isForMachines: format.format == .json)
    }
    let whyNot = WhyNotExplorer(decision, table.catalog)
    let answers = candidates.map { whyNot.explain($0, profile.answers, &explorer) }
    return WhyNotReport.make(
      answers, profile: profile, decision: decision, outlook: outlook, catalog: table.catalog)
  }
}
