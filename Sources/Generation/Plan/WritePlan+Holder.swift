package import Diagnostics
package import Requirements

extension DiagnosticID {
  /// The target folder does not hold the design that is to be written.
  package static let planOtherDesign: DiagnosticID = "plan/other-design"
}

extension WritePlan {
  /// Whose design a target folder holds when a plan is made for it.
  package enum Holder: Sendable, Hashable {
    /// Nobody's.
    case none
    /// Somebody's; an older program did not write down whose.
    case unstated
    /// The profile's own.
    case own
    /// The profile's own, under the id that it had before.
    case renamed(from: String)
    /// Not the one that a person took it for: that of another profile, or none.
    case other(String?)
    /// Another one, as its decision record shows; an older program did not write down whose.
    case unnamed(record: RelativePath)

    init(_ files: [GeneratedFile], _ manifest: Manifest?, for profile: String?, renamedFrom former: String?) {
      let manifest = manifest ?? Manifest()
      switch manifest.profile {
      case let held? where profile == nil || held == profile: self = .own
      case let held? where held == former: self = .renamed(from: held)
      case let held?: self = .other(held)
      case nil where !manifest.entries.isEmpty:
        let isTold = profile == nil || former != nil
        let record = isTold ? nil : RecordName.foreign(in: manifest, to: files)
        self = record.map { .unnamed(record: $0) } ?? .unstated
      case nil: self = former == nil ? .none : .other(nil)
      }
    }
  }
}

extension WritePlan.Holder {
  /// Whether writing would put one design in the place of another.
  package var isOther: Bool {
    switch self {
    case .other, .unnamed: true
    case .none, .unstated, .own, .renamed: false
    }
  }

  /// The word for machines.
  package var name: String {
    switch self {
    case .none: "none"
    case .unstated: "unstated"
    case .own: "own"
    case .renamed: "renamed"
    case .other, .unnamed: "other"
    }
  }
}

extension WritePlan {
  /// The id of the profile whose design the target holds, where the plan is for the given one; `nil` where that is
  /// not known.
  package func holds(_ profile: String) -> String? {
    switch holder {
    case .none, .unstated, .unnamed: nil
    case .own: profile
    case .renamed(let former): former
    case .other(let held): held
    }
  }

  /// Reports, at the id of a profile, that the folder which its design would be written to holds another.
  package func report(
    holderOf folder: String, for profile: Profile, _ choices: PlanChoices, into bag: inout DiagnosticBag
  ) {
    let message: String
    var fixes = ["generate into another folder"]
    switch holder {
    case .none, .unstated, .own, .renamed: return
    case .other(let held?):
      message =
        "\(quoted(folder)) holds the design of '\(held)', and that of '\(profile.id)' would take its place"
      fixes.append("if '\(profile.id)' is the new id of that profile, say so with --renamed-from \(held)")
    case .unnamed(let record):
      message =
        "\(quoted(folder)) holds the design that '\(record)' records, and that of '\(profile.id)' would take its place"
      fixes.append("if '\(profile.id)' is the new id of that profile, name the old one with --renamed-from")
    case .other(nil):
      message = "\(quoted(folder)) holds no design, so none of '\(choices.formerProfile ?? "")' either"
      fixes.append("leave --renamed-from out")
    }
    bag.add(
      Diagnostic(
        .planOtherDesign, message, at: profile.idPlace,
        fixes: fixes.map { Diagnostic.Fix($0) }))
  }
}
