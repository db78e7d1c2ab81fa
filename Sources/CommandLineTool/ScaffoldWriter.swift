import Diagnostics
import Generation
import Requirements
import Workspace

/// The files of one profile's design, and where they belong.
struct Scaffold {
  let profile: Profile
  let folder: String
  let files: [GeneratedFile]
}

/// Plans what happens to a target folder, shows it, and does it.
struct ScaffoldWriter {
  let console: Console
  let isRehearsal: Bool
  let isCheck: Bool

  /// - Throws: what the console throws; everything about the folder becomes a status.
  func write(_ scaffold: Scaffold) throws -> ExitStatus {
    do throws(TargetFailure) {
      let onlyLooks = isRehearsal || isCheck
      let target = try TargetFolder.open(
        scaffold.folder, for: onlyLooks ? .reading : .writing(TargetAccess.Patience()))
      var bag = DiagnosticBag()
      guard let plan = try target.plan(scaffold.files, into: &bag) else {
        console.show(bag)
        return .invalidInput
      }
      plan.report(into: &bag)
      console.show(bag)
      if !plan.conflicts.isEmpty {
        console.tell("Nothing was written to \(scaffold.folder).\n")
        return .personNeeded
      }
      if !onlyLooks { try target.apply(plan) }
      return show(plan, scaffold)
    } catch {
      console.fail(error.description)
      return error.status
    }
  }

  private func show(_ plan: WritePlan, _ scaffold: Scaffold) -> ExitStatus {
    let text = isRehearsal || isCheck ? lines(of: plan) + summary(plan, scaffold) : summary(plan, scaffold)
    do { try console.write(text) } catch { return .environment }
    if isCheck, !plan.isEmpty { return .findings }
    return plan.editedOrphans.isEmpty ? .done : .personNeeded
  }

  private func lines(of plan: WritePlan) -> String {
    plan.actions.filter { $0.verb != .unchanged }.map { "  \($0.verb.name) \($0.path): \($0.reason.text)\n" }
      .joined()
  }

  private func summary(_ plan: WritePlan, _ scaffold: Scaffold) -> String {
    let counts = ["create", "update", "delete", "keep", "unchanged"].compactMap { name -> String? in
      let count = plan.actions.count { $0.verb.name == name }
      return count == 0 ? nil : "\(count) \(Self.participle(of: name))"
    }
    return "\(scaffold.folder): \(counts.isEmpty ? "nothing is generated" : counts.joined(separator: ", "))\n"
  }

  private static func participle(of verb: String) -> String {
    switch verb {
    case "create": "created"
    case "update": "updated"
    case "delete": "deleted"
    case "keep": "kept"
    default: "unchanged"
    }
  }
}

extension TargetFailure {
  /// How a command ends that could not work with its target folder.
  var status: ExitStatus {
    switch self {
    case .refused, .unfinished, .unreadable, .notAFolder, .locked, .corruptJournal: .environment
    case .interruptedEarlier, .changedSincePlanned, .conflicts: .personNeeded
    }
  }
}
