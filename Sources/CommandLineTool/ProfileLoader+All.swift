import Diagnostics
import Requirements
import Workspace

/// The profiles of one run.
struct LoadedProfiles {
  /// How many files were read.
  let count: Int
  let valid: [Profile]
}

extension ProfileLoader {
  /// Loads every profile and shows every finding.
  ///
  /// - Throws: `ExitStatus` after the reason was shown, when a file is not to be had.
  func load(all paths: [String], _ console: Console) throws -> LoadedProfiles {
    var bag = DiagnosticBag()
    var valid: [Profile] = []
    var failures: [LoadFailure] = []
    var files: [String] = []
    for path in paths {
      do throws(LoadFailure) { files += try Self.files(at: path) } catch { failures.append(error) }
    }
    files = Self.withoutRepetition(files)
    for file in files {
      do throws(LoadFailure) {
        if let profile = try load(file, into: &bag) { valid.append(profile) }
      } catch { failures.append(error) }
    }
    reportDuplicates(among: valid, into: &bag)
    console.show(bag)
    for failure in failures { console.fail(failure.description) }
    if let worst = failures.map(\.status).max(by: { $0.rawValue < $1.rawValue }) { throw worst }
    if files.isEmpty {
      console.fail("there is no profile in \(paths.joined(separator: ", "))")
      throw ExitStatus.invalidInput
    }
    return LoadedProfiles(count: files.count, valid: bag.hasErrors && valid.count == files.count ? [] : valid)
  }

  /// A file that is named twice, or besides its folder, is one profile.
  private static func withoutRepetition(_ files: [String]) -> [String] {
    var seen: Set<String> = []
    return files.filter { seen.insert($0.hasPrefix("./") ? String($0.dropFirst(2)) : $0).inserted }
  }

  /// Names of everything generated derive from the id, so no two profiles may share one.
  private func reportDuplicates(among profiles: [Profile], into bag: inout DiagnosticBag) {
    var first: [String: Profile] = [:]
    for profile in profiles {
      guard let other = first[profile.id] else {
        first[profile.id] = profile
        continue
      }
      bag.add(
        Diagnostic(
          .duplicateProfile, "two profiles have the id '\(profile.id)'", at: profile.idPlace,
          secondary: [other.idPlace.map { Diagnostic.Label($0, "the other") }].compactMap { $0 }))
    }
  }
}

extension DiagnosticID {
  static let duplicateProfile: DiagnosticID = "profile/duplicate-id"
}
