import Diagnostics
import Requirements
import YAMLSyntax

/// A part of the contract that kinds need and the profile does not state.
struct MissingContract {
  let part: ContractPart
  let lack: ContractPart.Lack
  let kinds: [ArtifactKind]

  /// One finding for the part, or one for each message that lacks it, at the place where it belongs.
  func diagnostics(in profile: Profile) -> [Diagnostic] {
    let start = profile.file.location(ofBytes: 0..<0)
    let contract = profile.document?.root["contract"]
    switch lack {
    case .part:
      let holder = part.holder.flatMap { contract?[$0]?.location } ?? profile.contractPlace ?? start
      return [diagnostic("the contract of '\(profile.id)' states no '\(part.rawValue)'", at: holder)]
    case .messages(let names):
      return names.map { name in
        let message = contract?["messages"]?.elements.first { $0["name"]?.text == name }
        return diagnostic(
          part.complaint(about: name, of: profile.id),
          at: message?["name"]?.location ?? profile.contractPlace ?? start)
      }
    }
  }

  private func diagnostic(_ message: String, at place: SourceLocation) -> Diagnostic {
    let shown = kinds.prefix(3).map { "\($0.title) (\($0.id))" }.joined(separator: "; ")
    let more = kinds.count > 3 ? "; and \(kinds.count - 3) more" : ""
    return Diagnostic(
      .generationMissingContract, message, at: place,
      notes: ["it is needed for: \(shown)\(more)", part.remedy])
  }
}

extension ContractPart {
  fileprivate func complaint(about message: String, of profile: String) -> String {
    self == .distinctFields
      ? "fields of the message '\(message)' of '\(profile)' differ only in case and punctuation"
      : "the message '\(message)' of '\(profile)' states no '\(key)'"
  }

  fileprivate var remedy: String {
    self == .distinctFields ? "give the fields names that a program can tell apart" : "add '\(key)' there"
  }

  /// The last part of the name.
  fileprivate var key: String { rawValue.split(separator: ".").last.map(String.init) ?? rawValue }

  /// The first part of a name of two.
  fileprivate var holder: String? {
    let parts = rawValue.split(separator: ".")
    return parts.count > 1 ? String(parts[0]) : nil
  }
}
