import ArgumentParser
import CatalogModel
import DesignModel
import Diagnostics
import Dispatch
import Glibc
import Requirements
import Synchronization
import Workspace

/// The profiles of one run that share a workspace, and what they are decided with.
struct LoadedProfiles {
  let knowledge: Knowledge
  /// The catalog that they are decided with: limits are checked against what the org has left.
  let catalog: Catalog
  /// How many files were read.
  let count: Int
  /// How many of them hold a profile without errors.
  let validCount: Int
  /// The profiles without errors; none where only a check was asked for.
  let valid: [Profile]

  fileprivate init(_ knowledge: Knowledge, count: Int, validCount: Int, valid: [Profile]) {
    self.knowledge = knowledge
    self.count = count
    self.validCount = validCount
    self.valid = valid
    catalog =
      knowledge.workspace.map { knowledge.catalog.spending($0.file.org.baseline) } ?? knowledge.catalog
  }
}

extension [LoadedProfiles] {
  var count: Int { reduce(0) { $0 + $1.count } }
  var validCount: Int { reduce(0) { $0 + $1.validCount } }
  var valid: [Profile] { flatMap(\.valid) }
}

extension ProfileLoader {
  /// Loads every profile with the knowledge of its workspace, and shows every finding; without a path
  /// those of the workspace that the program runs in.
  ///
  /// - Parameter keepsProfiles: whether they are wanted once they are checked.
  /// - Throws: `ExitStatus` after the reason was shown, when a file is not to be had or a catalog or a
  ///   workspace has errors.
  static func load(
    all paths: [String], for command: any ParsableCommand.Type, _ options: KnowledgeOptions,
    _ console: Console, mayBeNone: Bool = false, isStaged: Bool = false, keepsProfiles: Bool = true
  ) throws -> [LoadedProfiles] {
    let loader = WorkspaceLoader(options: options, console: console, isStaged: isStaged)
    var finder = ProfileFinder(loader)
    if paths.isEmpty, try !finder.addOwn() {
      throw UsageFailure(
        message: "Missing expected argument '<paths> ...'; there is no workspace here", command)
    }
    for path in paths { try finder.add(path) }
    let progress = Progress(of: finder.groups.reduce(0) { $0 + $1.files.count }, console)
    var outcomes: [ProfileOutcome] = []
    var loaded: [LoadedProfiles] = []
    for group in finder.groups where !group.files.isEmpty || group.workspace != nil {
      let knowledge = try loader.knowledge(group.workspace)
      let own = load(
        group.files, ProfileLoader(knowledge, isStaged: isStaged), keepsProfiles, progress)
      outcomes += own
      loaded.append(
        LoadedProfiles(
          knowledge, count: own.count, validCount: own.count { $0.id != nil },
          valid: own.compactMap(\.profile)))
    }
    progress.end()
    var bag = finder.findings
    finder.passedOver.report(into: &bag)
    for outcome in outcomes { bag.add(contentsOf: outcome.findings) }
    let hasDuplicates = reportDuplicates(among: outcomes, into: &bag)
    console.show(bag)
    let failures = finder.failures + outcomes.compactMap(\.failure)
    for failure in failures { console.fail(failure.description) }
    if finder.findings.hasErrors { throw ExitStatus.invalidInput }
    if let worst = failures.map(\.status).max(by: { $0.rawValue < $1.rawValue }) { throw worst }
    if loaded.count == 0, !mayBeNone || loaded.isEmpty {
      console.fail(
        "there is no profile in \(paths.isEmpty ? "the workspace" : paths.joined(separator: ", "))")
      throw ExitStatus.invalidInput
    }
    return hasDuplicates
      ? loaded.map { LoadedProfiles($0.knowledge, count: $0.count, validCount: 0, valid: []) } : loaded
  }

  /// So many files are read by one thread at a time.
  private static let portion = 64

  /// Many files are read by all processors, each with a loader of its own; what comes of them stands in the
  /// order of the files.
  private static func load(
    _ files: [String], _ loader: ProfileLoader, _ keepsProfiles: Bool, _ progress: Progress
  ) -> [ProfileOutcome] {
    guard files.count > portion else {
      var loader = loader
      return files.map { loader.outcome(of: $0, keepsProfiles) }
    }
    let portions = (files.count + portion - 1) / portion
    let outcomes = Mutex([[ProfileOutcome]](repeating: [], count: portions))
    let next = Atomic(0)
    let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    DispatchQueue.concurrentPerform(iterations: min(processors, portions)) { _ in
      var loader = loader
      while true {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < portions else { return }
        let own = files[number * portion..<min(files.count, (number + 1) * portion)]
        let done = own.map { loader.outcome(of: $0, keepsProfiles) }
        outcomes.withLock { $0[number] = done }
        progress.add(own.count)
      }
    }
    return outcomes.withLock { $0.flatMap { $0 } }
  }

  private mutating func outcome(of file: String, _ keepsProfile: Bool) -> ProfileOutcome {
    var outcome = ProfileOutcome()
    do throws(LoadFailure) {
      guard let profile = try load(file, hasContract: keepsProfile, into: &outcome.findings) else {
        return outcome
      }
      (outcome.id, outcome.place) = (profile.id, profile.idPlace)
      if keepsProfile { outcome.profile = profile }
    } catch { outcome.failure = error }
    return outcome
  }

  /// Names of everything generated derive from the id, so no two profiles may share one.
  private static func reportDuplicates(
    among outcomes: [ProfileOutcome], into bag: inout DiagnosticBag
  ) -> Bool {
    var first: [String: SourceLocation?] = [:]
    var hasFound = false
    for outcome in outcomes {
      guard let id = outcome.id else { continue }
      guard let other = first[id] else {
        first[id] = .some(outcome.place)
        continue
      }
      hasFound = true
      bag.add(
        Diagnostic(
          .duplicateProfile, "two profiles have the id '\(id)'", at: outcome.place,
          secondary: [other.map { Diagnostic.Label($0, "the other") }].compactMap { $0 }))
    }
    return hasFound
  }
}

/// What came of one file.
private struct ProfileOutcome: Sendable {
  var findings = DiagnosticBag()
  var failure: LoadFailure?
  /// `nil` where the profile has errors.
  var id: String?
  var place: SourceLocation?
  var profile: Profile?
}

extension DiagnosticID {
  static let duplicateProfile: DiagnosticID = "profile/duplicate-id"
}
