import Diagnostics
import Generation
import JSONSyntax
import Reporting
import Requirements
import Workspace

/// The files of one profile's design, and where they belong.
struct Scaffold {
  let profile: Profile
  let folder: String
  let files: [GeneratedFile]
  let formats: FormatFacts
  /// What the folder held when the files were generated, if it could be told.
  let manifest: ReadManifest?
}

/// Plans what happens to a target folder, and does it.
struct ScaffoldWriter {
  /// What is done with a plan.
  enum Purpose {
    case apply, rehearse, check
  }

  /// What came of one scaffold.
  struct Outcome {
    let status: ExitStatus
    /// `nil` where there was no plan to be made.
    let report: PlanReport?
  }

  let console: Console
  var purpose: Purpose
  let isStaged: Bool
  let choices: (String) -> PlanChoices
  let saved: SavedPlan?

  /// - Parameter isLast: whether nothing is left to be done once the files are there, so that a signal that comes
  ///   then is too late to stop anything.
  func write(_ scaffold: Scaffold, isLast: Bool = false) -> Outcome {
    do throws(TargetFailure) {
      if isStaged { return rehearse(scaffold, try shownPlan(scaffold, StagedTarget(scaffold.folder))) }
      if purpose != .apply { return try look(scaffold) }
      return try applyIfNeeded(scaffold, isLast)
    } catch {
      console.fail(error.description)
      return Outcome(status: error.status, report: nil)
    }
  }

  /// Whether it can be told, before anything at all is written, that a scaffold cannot be.
  func isBlocked(_ scaffold: Scaffold) -> Bool {
    guard let target = try? TargetFolder.open(scaffold.folder, for: .reading) else { return false }
    var bag = DiagnosticBag()
    let plan = try? self.plan(scaffold, target, into: &bag)
    return bag.hasErrors || plan?.isBlocked == true
  }

  /// Whether the saved plan holds for a scaffold, before anything at all is written.
  func isStale(_ scaffold: Scaffold) -> Bool {
    guard saved != nil else { return false }
    // What is found is shown when the plan is applied.
    let collector = FindingCollector()
    var quiet = console
    quiet.collector = collector
    let looker = ScaffoldWriter(
      console: quiet, purpose: .rehearse, isStaged: false, choices: choices, saved: saved)
    guard let report = looker.write(scaffold).report else {
      console.show(collector.bag)
      return true
    }
    return isStale(report)
  }

  private func isStale(_ report: PlanReport) -> Bool {
    let folder = report.scaffold.folder
    guard let differences = saved?.differences(from: report.payload, of: folder), !differences.isEmpty else {
      return false
    }
    let more = differences.count > 3 ? ", and \(differences.count - 3) more" : ""
    console.fail(
      "the saved plan is stale: \(differences.prefix(3).joined(separator: ", "))\(more); make it anew with --plan-out"
    )
    return true
  }

  /// Rehearses with the folder as it is between two runs that write to it: files and what is remembered of them change
  /// one after the other, so that what is read meanwhile can look like an edit.
  private func look(_ scaffold: Scaffold) throws(TargetFailure) -> Outcome {
    let folder = scaffold.folder
    var interruptions = 0
    // One run may follow another; they cannot do so for ever.
    for _ in 0..<100 {
      do throws(TargetFailure) {
        let target = try TargetFolder.open(folder, for: .reading)
        var bag = DiagnosticBag()
        let plan = try plan(scaffold, target, into: &bag)
        if try isSteady(plan, target) { return rehearse(scaffold, shown(plan, bag)) }
      } catch {
        guard case .interruptedEarlier = error else { throw error }
        if !TargetFolder.isBeingWritten(folder) { interruptions += 1 }
        // What was at work the first time may have ended since.
        if interruptions > 1 { throw error }
      }
      try TargetFolder.waitForRun(at: folder, patience(folder))
    }
    throw .locked(path: folder, holder: nil)
  }

  /// Whether a plan was made from what one run has left; one that changes nothing says so itself.
  private func isSteady(_ plan: WritePlan?, _ target: borrowing TargetFolder) throws(TargetFailure) -> Bool {
    guard let plan, !plan.isEmpty || plan.isBlocked else { return true }
    if TargetFolder.isBeingWritten(target.path) { return false }
    var bag = DiagnosticBag()
    return try target.manifest(into: &bag) == plan.previous
  }

  private func rehearse(_ scaffold: Scaffold, _ plan: WritePlan?) -> Outcome {
    guard let plan else { return Outcome(status: .invalidInput, report: nil) }
    let report = PlanReport(scaffold: scaffold, plan: plan)
    if plan.isBlocked { return Outcome(status: plan.conflictStatus, report: report) }
    if purpose == .check, !plan.isEmpty { return Outcome(status: .findings, report: report) }
    return Outcome(doneWith: report)
  }

  /// Applies the plan; a folder that may only be read is no trouble where nothing in it has to be written.
  private func applyIfNeeded(_ scaffold: Scaffold, _ isLast: Bool) throws(TargetFailure) -> Outcome {
    do throws(TargetFailure) { return try apply(scaffold, isLast) } catch {
      guard error.isLackOfPermission, let outcome = unchanged(scaffold) else { throw error }
      return outcome
    }
  }

  /// What comes of a scaffold whose folder is up to date, which is told without its lock as `--check` does; `nil` for
  /// any other, or where an interrupted run has to be completed first.
  private func unchanged(_ scaffold: Scaffold) -> Outcome? {
    guard let target = try? TargetFolder.open(scaffold.folder, for: .reading) else { return nil }
    var bag = DiagnosticBag()
    guard let plan = try? self.plan(scaffold, target, into: &bag), plan.isEmpty, !plan.isBlocked,
      !bag.hasErrors
    else { return nil }
    let report = PlanReport(scaffold: scaffold, plan: plan)
    if isStale(report) { return Outcome(status: .personNeeded, report: nil) }
    console.show(bag)
    return Outcome(doneWith: report)
  }

  private func apply(_ scaffold: Scaffold, _ isLast: Bool) throws(TargetFailure) -> Outcome {
    let folder = scaffold.folder
    let target = try TargetFolder.open(folder, for: .writing(patience(folder)))
    if let real = target.linkedPath {
      console.tell("\(quoted(folder)) is a link; the files go to \(quoted(real)).\n")
    }
    guard let plan = try shownPlan(scaffold, target) else {
      return Outcome(status: .invalidInput, report: nil)
    }
    let report = PlanReport(scaffold: scaffold, plan: plan)
    if isStale(report) { return Outcome(status: .personNeeded, report: nil) }
    guard !plan.isBlocked else {
      console.tell("Nothing was written to \(folder.visibleLine).\n")
      return Outcome(status: plan.conflictStatus, report: report)
    }
    try target.apply(plan)
    if isLast { SignalHold.ignoreFromNowOn() }
    return Outcome(doneWith: report)
  }

  private func patience(_ folder: String) -> TargetAccess.Patience {
    let console = console
    return TargetAccess.Patience(
      onWait: { holder in
        let who = holder.map { " (process \($0))" } ?? ""
        console.tell("Waiting for another run\(who) that writes to \(folder.visibleLine).\n")
      },
      onRecovery: { recovery in
        let end =
          switch recovery {
          case .completed: "completed"
          case .takenBack: "taken back, because files that it had replaced are there again"
          }
        console.tell("What an interrupted run had begun in \(folder.visibleLine) was \(end).\n")
      })
  }

  private func shownPlan(
    _ scaffold: Scaffold, _ target: borrowing some TargetReader & ~Copyable
  ) throws(TargetFailure) -> WritePlan? {
    var bag = DiagnosticBag()
    let plan = try plan(scaffold, target, into: &bag)
    return shown(plan, bag)
  }

  /// The plan after what was found was shown; `nil` where what a person decided about is no part of it.
  private func shown(_ plan: WritePlan?, _ bag: DiagnosticBag) -> WritePlan? {
    console.show(bag)
    let isUnknown = bag.diagnostics.contains { $0.id == .planUnknownPath }
    return isUnknown ? nil : plan
  }

  private func plan(
    _ scaffold: Scaffold, _ target: borrowing some TargetReader & ~Copyable, into bag: inout DiagnosticBag
  ) throws(TargetFailure) -> WritePlan? {
    let choices = choices(scaffold.folder)
    let plan = try target.plan(
      scaffold.files, of: scaffold.profile.id, formats: scaffold.formats,
      readBefore: scaffold.manifest, choices: choices, into: &bag)
    plan?.report(holderOf: scaffold.folder, for: scaffold.profile, choices, into: &bag)
    plan?.report(into: &bag)
    plan?.report(emptied: scaffold.folder, into: &bag)
    if plan?.holder.isOther == false { plan?.report(unknown: choices, into: &bag) }
    return plan
  }
}

extension ScaffoldWriter.Outcome {
  /// What comes of a plan in whose way nothing stands.
  fileprivate init(doneWith report: PlanReport) {
    self.init(status: report.plan.leftToPeople.isEmpty ? .done : .personNeeded, report: report)
  }
}

extension WritePlan {
  /// How a command ends whose plan has conflicts.
  fileprivate var conflictStatus: ExitStatus {
    if holder.isOther { return .personNeeded }
    let reasons = conflicts.map(\.reason)
    if reasons.allSatisfy(\.isLink) { return .invalidInput }
    return reasons.allSatisfy(\.isMissingTool) ? .environment : .personNeeded
  }
}

extension WritePlan.Reason {
  fileprivate var isLink: Bool {
    switch self {
    case .symbolicLink, .symbolicLinkOnTheWay: true
    default: false
    }
  }
  fileprivate var isMissingTool: Bool { if case .mergeUnavailable = self { true } else { false } }
}

extension TargetFailure {
  /// How a command ends that could not work with its target folder.
  var status: ExitStatus {
    switch self {
    case .refused, .unfinished, .unreadable, .notAFolder, .notAFile, .locked, .corruptJournal, .noIndex:
      .environment
    case .interruptedEarlier, .changedSincePlanned, .conflicts: .personNeeded
    case .interrupted: .interrupted
    }
  }
}
