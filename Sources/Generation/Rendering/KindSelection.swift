import DesignModel
import Diagnostics
import Requirements

/// The kinds of artefacts that a design has.
struct KindSelection {
  /// A kind, with the indices of the messages that it is made for.
  struct Selected {
    let kind: ArtifactKind
    let messages: [Int]
  }

  let selected: [Selected]
  private let templates: TemplateSet
  private let design: Design

  init(templates: TemplateSet, design: Design) {
    self.templates = templates
    self.design = design
    selected = templates.kinds.compactMap { kind in
      switch kind.scope {
      case .design: return kind.isMade(for: design, nil) ? Selected(kind: kind, messages: []) : nil
      case .message:
        let messages = design.contract.messages
        let made = messages.indices.filter { kind.isMade(for: design, messages[$0]) }
        return made.isEmpty ? nil : Selected(kind: kind, messages: made)
      }
    }
  }

  private var kinds: [ArtifactKind] { selected.map(\.kind) }

  /// Reports what the kinds need and the profile does not state.
  func checkNeeds(of profile: Profile, _ vocabulary: Vocabulary, into bag: inout DiagnosticBag) {
    checkContract(of: profile, into: &bag)
    for kind in kinds where !kind.alongWith.isEmpty {
      let companions = kind.alongWith.map(\.value)
      guard !kinds.contains(where: { companions.contains($0.id) }) else { continue }
      let candidates = companions.compactMap(templates.kind)
      let report = UnservedAnswers(kind: kind, companions: candidates, design: design)
      report.report(profile, vocabulary, into: &bag)
    }
  }

  /// A missing whole is reported, not each of its parts besides.
  private func checkContract(of profile: Profile, into bag: inout DiagnosticBag) {
    let needs = Set(kinds.flatMap(\.needs)).sorted()
    let lacking = needs.filter { $0.lack(in: design.contract) != nil }
    for part in lacking where !lacking.contains(where: part.isWithin) {
      guard let lack = part.lack(in: design.contract) else { continue }
      bag.add(.missing(part, lack, kinds.filter { $0.needs.contains(part) }, profile))
    }
  }
}

extension ContractPart {
  fileprivate func isWithin(_ other: ContractPart) -> Bool { rawValue.hasPrefix(other.rawValue + ".") }
}

extension ArtifactKind {
  /// Whether the design has it, for the message where one is given.
  fileprivate func isMade(for design: Design, _ message: Contract.Message?) -> Bool {
    (when.isEmpty || when.contains { $0.holds(for: design, message) })
      && !unless.contains { $0.holds(for: design, message) }
  }
}

extension Applicability {
  /// Whether all conditions hold; one that rests on an unstated answer does not.
  fileprivate func holds(for design: Design, _ message: Contract.Message?) -> Bool {
    (technologies.isEmpty || technologies.contains { design.uses($0.value) })
      && (practices.isEmpty || practices.contains { design.obliges($0.value) })
      && contract.allSatisfy { $0.holds(in: design.contract, message) }
      && profile.evaluate(design.answers) == .yes
  }
}

extension Diagnostic {
  fileprivate static func missing(
    _ part: ContractPart, _ lack: ContractPart.Lack, _ kinds: [ArtifactKind], _ profile: Profile
  ) -> Diagnostic {
    let place = profile.contractPlace ?? profile.file.location(ofBytes: 0..<0)
    let key = part.rawValue.split(separator: ".").last.map(String.init) ?? part.rawValue
    let message: String
    switch lack {
    case .part: message = "the contract of '\(profile.id)' states no '\(part.rawValue)'"
    case .messages(let names):
      let list = names.map { "'\($0)'" }.joined(separator: ", ")
      message = "in the contract of '\(profile.id)' there is no '\(key)' of \(list)"
    }
    let titles = kinds.map { "\($0.title) (\($0.id))" }.joined(separator: "; ")
    return Diagnostic(
      .generationMissingContract, message, at: place,
      notes: ["it is needed for: \(titles)", "add 'contract.\(part.rawValue)' to the profile"])
  }
}
