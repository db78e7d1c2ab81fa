import Analysis
import ArgumentParser
import CatalogModel
import Diagnostics
import Requirements

/// What `recommend` tries and is asked beside its profiles.
struct WhatIfOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Try an answer in place of the profile's own; a list as a,b. May be repeated.",
      valueName: "section.key=value"))
  var set: [String] = []

  @Option(
    help: ArgumentHelp(
      "Say why a pattern, a topology or a technology is not recommended. May be repeated.",
      valueName: "id"))
  var whyNot: [String] = []

  /// The answers to try.
  ///
  /// - Throws: `ExitStatus` after the reason was shown.
  func settings(_ vocabulary: Vocabulary, _ console: Console) throws -> [AnswerSetting] {
    var bag = DiagnosticBag()
    let settings = AnswerSetting.read(set, option: "--set", vocabulary, into: &bag)
    console.show(bag)
    if bag.hasErrors { throw ExitStatus.invalidInput }
    return settings
  }

  /// The candidates that are asked after.
  ///
  /// - Throws: `ExitStatus` after the reason was shown.
  func candidates(_ catalog: Catalog, _ console: Console) throws -> [Candidate] {
    let found = whyNot.map { catalog.candidate($0) }
    for (id, candidate) in zip(whyNot, found) where candidate == nil {
      let help = NameHelp.text(for: id, among: catalog.candidates.map(\.id))
      console.fail("--why-not: there is no pattern, topology or technology '\(id)' in the catalog\(help)")
    }
    let known = found.compactMap { $0 }
    guard known.count == found.count else { throw ExitStatus.invalidInput }
    return known
  }

  /// The profile with the answers, and a word where they contradict others that it did not contradict itself.
  func apply(
    _ settings: [AnswerSetting], to profile: Profile, _ catalog: Catalog, into bag: inout DiagnosticBag
  ) -> Profile {
    guard !settings.isEmpty else { return profile }
    let changed = profile.setting(settings)
    var (before, after) = (DiagnosticBag(), DiagnosticBag())
    ProfileCheck.run(profile, catalog, into: &before)
    ProfileCheck.run(changed, catalog, into: &after)
    let known = Set(before.diagnostics.map(\.message))
    for diagnostic in after.diagnostics where !known.contains(diagnostic.message) { bag.add(diagnostic) }
    return changed
  }
}
