import ArgumentParser
import CatalogModel
import DesignModel
import Diagnostics
import Requirements
import Workspace

/// The profiles of one run that share a workspace, and what they are decided with.
struct LoadedProfiles {
  let knowledge: Knowledge
  /// The catalog that they are decided with: limits are checked against what the org has left.
  let catalog: Catalog
  /// How many files were read.
  let count: Int
  fileprivate(set) var valid: [Profile]

  fileprivate init(_ knowledge: Knowledge, count: Int, valid: [Profile]) {
    self.knowledge = knowledge
    self.count = count
    self.valid = valid
    catalog =
      knowledge.workspace.map { knowledge.catalog.spending($0.file.org.baseline) } ?? knowledge.catalog
  }
}

extension [LoadedProfiles] {
  var count: Int { reduce(0) { $0 + $1.count } }
  var valid: [Profile] { flatMap(\.valid) }
}

extension ProfileLoader {
  /// Loads every profile with the knowledge of its workspace, and shows every finding; without a path
  /// those of the workspace that the program runs in.
  ///
  /// - Throws: `ExitStatus` after the reason was shown, when a file is not to be had or a catalog or a
  ///   workspace has errors.
  static func load(
    all paths: [String], for command: any ParsableCommand.Type, _ options: KnowledgeOptions,
    _ console: Console, mayBeNone: Bool = false, isStaged: Bool = false
  ) throws -> [LoadedProfiles] {
    let loader = WorkspaceLoader(options: options, console: console)
    var finder = ProfileFinder(loader)
    if paths.isEmpty, try !finder.addOwn() {
      throw UsageFailure(
        message: "Missing expected argument '<paths> ...'; there is no workspace here", command)
    }
    for path in paths { try finder.add(path) }
    var bag = DiagnosticBag()
    var failures = finder.failures
    var loaded: [LoadedProfiles] = []
    for group in finder.groups where !group.files.isEmpty || group.workspace != nil {
      let knowledge = try loader.knowledge(group.workspace)
      loaded.append(
        load(group.files, ProfileLoader(knowledge, isStaged: isStaged), knowledge, into: &bag, &failures))
    }
    let hasDuplicates = reportDuplicates(among: loaded.valid, into: &bag)
    console.show(bag)
    for failure in failures { console.fail(failure.description) }
    if let worst = failures.map(\.status).max(by: { $0.rawValue < $1.rawValue }) { throw worst }
    if loaded.count == 0, !mayBeNone || loaded.isEmpty {
      console.fail(
        "there is no profile in \(paths.isEmpty ? "the workspace" : paths.joined(separator: ", "))")
      throw ExitStatus.invalidInput
    }
    return hasDuplicates
      ? loaded.map { LoadedProfiles($0.knowledge, count: $0.count, valid: []) } : loaded
  }

  private static func load(
    _ files: [String], _ loader: ProfileLoader, _ knowledge: Knowledge, into bag: inout DiagnosticBag,
    _ failures: inout [LoadFailure]
  ) -> LoadedProfiles {
    var valid: [Profile] = []
    for file in files {
      do throws(LoadFailure) {
        if let profile = try loader.load(file, into: &bag) { valid.append(profile) }
      } catch { failures.append(error) }
    }
    return LoadedProfiles(knowledge, count: files.count, valid: valid)
  }

  /// Names of everything generated derive from the id, so no two profiles may share one.
  private static func reportDuplicates(among profiles: [Profile], into bag: inout DiagnosticBag) -> Bool {
    var first: [String: Profile] = [:]
    var hasFound = false
    for profile in profiles {
      guard let other = first[profile.id] else {
        first[profile.id] = profile
        continue
      }
      hasFound = true
      bag.add(
        Diagnostic(
          .duplicateProfile, "two profiles have the id '\(profile.id)'", at: profile.idPlace,
          secondary: [other.idPlace.map { Diagnostic.Label($0, "the other") }].compactMap { $0 }))
    }
    return hasFound
  }
}

extension DiagnosticID {
  static let duplicateProfile: DiagnosticID = "profile/duplicate-id"
}
