import ArgumentParser
import Diagnostics
import Generation
import JSONSyntax
import Requirements
import Workspace

/// How a plan is shown.
enum PlanFormat: String, Sendable, WordArgument {
  case text, json
}

/// What is done with the files once all of them are there.
extension GenerateCommand {
  func write(_ scaffolds: [Scaffold], _ console: Console) throws {
    try checkNames(scaffolds, console)
    try checkFolders(scaffolds, console)
    let saved = try plan.map { try SavedPlan.load($0, console) }
    let purpose: ScaffoldWriter.Purpose =
      check ? .check : dryRun || planOut != nil ? .rehearse : .apply
    var writer = ScaffoldWriter(
      console: console, purpose: purpose, isStaged: staged, choices: stated.choices, saved: saved)
    if scaffolds.contains(where: writer.isStale) { throw ExitStatus.personNeeded }
    // Of several designs all are written, or none.
    if purpose == .apply, scaffolds.count > 1, scaffolds.contains(where: writer.isBlocked) {
      writer.purpose = .rehearse
      console.tell("Nothing is written, to no folder.\n")
    }
    let outcomes = scaffolds.enumerated().map { index, scaffold in
      writer.write(scaffold, isLast: index == scaffolds.count - 1)
    }
    try show(outcomes, isPlan: writer.purpose != .apply, console)
    if let file = planOut, outcomes.allSatisfy({ $0.report != nil }) {
      try SavedPlan(outcomes.compactMap { $0.report?.payload }).save(to: file, console)
    }
    if check {
      remind(of: zip(scaffolds, outcomes).filter { $1.status == .findings }.map(\.0.folder), console)
    }
    if let worst = outcomes.map(\.status).max(by: { $0.rawValue < $1.rawValue }), worst != .done {
      throw worst
    }
  }

  /// Says what brings folders up to date that are not.
  private func remind(of folders: [String], _ console: Console) {
    guard !folders.isEmpty else { return }
    let names = folders.prefix(3).map(quoted).joined(separator: " ") + (folders.count > 3 ? " …" : "")
    let staging = staged ? ", and 'git add' stages it: git add \(names)" : ": \(names)"
    console.tell("'bascule generate' writes what is out of date\(staging)\n")
  }

  /// With several profiles a decision is about the one in whose folder its file lies.
  private func checkNames(_ scaffolds: [Scaffold], _ console: Console) throws {
    let unfit = stated.named.filter { StatedChoices.path($0, in: scaffolds.first?.folder ?? "") == nil }
    for text in unfit { console.fail("\(quoted(text)) is no path of a generated file") }
    if !unfit.isEmpty { throw ExitStatus.invalidInput }
    if scaffolds.count > 1, stated.isAboutOneFolder {
      console.fail("--adopt, --keep, --restore and --renamed-from are for one profile at a time")
      throw ExitStatus.invalidInput
    }
  }

  /// Links can make one folder of several, and lead to one that nobody writes to.
  private func checkFolders(_ scaffolds: [Scaffold], _ console: Console) throws {
    var first: [String: Profile] = [:]
    var bag = DiagnosticBag()
    for scaffold in scaffolds {
      let place = TargetFolder.place(of: scaffold.folder)
      if place.split(separator: "/").contains(where: { $0.lowercased() == ".git" }) {
        console.fail(
          "\(quoted(scaffold.folder)) lies in a folder that git keeps for itself; generate into another one")
        throw ExitStatus.invalidInput
      }
      if place.split(separator: "/").contains(where: { $0.lowercased() == Manifest.folderName }) {
        console.fail(
          "\(quoted(scaffold.folder)) lies in a folder that Bascule keeps for itself; generate into another one"
        )
        throw ExitStatus.invalidInput
      }
      guard let other = first.updateValue(scaffold.profile, forKey: place) else { continue }
      bag.add(
        Diagnostic(
          .sameFolder, "'\(other.id)' and '\(scaffold.profile.id)' would both be written to \(quoted(place))",
          at: scaffold.profile.idPlace,
          secondary: other.idPlace.map { [.init($0, "the other")] } ?? [],
          fixes: [.init("remove the link that makes one folder of two")]))
    }
    console.show(bag)
    if bag.hasErrors { throw ExitStatus.invalidInput }
  }

  private func show(_ outcomes: [ScaffoldWriter.Outcome], isPlan: Bool, _ console: Console) throws {
    let reports = outcomes.compactMap(\.report)
    switch format ?? .text {
    case .json:
      let payloads = reports.map(\.payload)
      let value = outcomes.count == 1 ? payloads.first : .array(payloads)
      if let value { try console.write(value.rendered() + "\n") }
    case .text:
      for report in reports where isPlan || !report.plan.isBlocked {
        try console.write((isPlan || verbose ? report.lines(isVerbose: verbose) : "") + report.summary)
      }
    }
  }
}

extension DiagnosticID {
  static let sameFolder: DiagnosticID = "generation/same-folder"
}
