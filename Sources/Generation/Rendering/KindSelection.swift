import CatalogModel
import DecisionEngine
import DesignModel
import Diagnostics
import Requirements

/// The kinds of artefacts that a design has.
struct KindSelection {
  /// A kind, with the indices of the messages that it is made for.
  struct Selected {
    let kind: ArtifactKind
    let messages: [Int]

    /// The kind without the messages that it cannot be made for; `nil` where nothing is left.
    func without(_ unfit: Set<Int>) -> Selected? {
      if kind.scope == .design { return unfit.isEmpty ? self : nil }
      let rest = messages.filter { !unfit.contains($0) }
      return rest.isEmpty ? nil : Selected(kind: kind, messages: rest)
    }

    /// What the contract states and the kind refuses.
    func offences(in design: Design) -> [ContractRefusal.Offence] {
      let indices = kind.scope == .design ? Array(design.contract.messages.indices) : messages
      return kind.refuses.sorted().flatMap { $0.offences(in: design.contract, messages: indices) }
    }
  }

  let selected: [Selected]
  /// The parts of the contract whose absence alone keeps kinds out.
  let missingParts: [ContractCondition]
  private let byID: [String: Selected]
  /// Kinds that are not required and that the contract does not fit, and what is in their way.
  private let leftOut: [LeftOutKind]
  /// Every kind that there is.
  private let kinds: [ArtifactKind]
  private let design: Design
  /// Kinds without the others that they need, and why.
  private let unserved: [UnservedAnswers]

  init(templates: TemplateSet, design: Design) {
    self.design = design
    kinds = templates.kinds
    let possible = kinds.filter { $0.canBeMade(for: design) }
    var fitting: [LeftOutKind] = []
    for kind in possible {
      guard let messages = kind.messages(of: design) else { continue }
      fitting.append(LeftOutKind(Selected(kind: kind, messages: messages), design))
    }
    leftOut = fitting.filter { !$0.isWhole }
    let wanted = fitting.compactMap(\.remaining)
    let ids = Set(wanted.map(\.kind.id))
    unserved = wanted.map(\.kind).filter { kind in
      !kind.alongWith.isEmpty && !kind.alongWith.contains { ids.contains($0.value) }
    }.map { kind in
      let companions = kind.alongWith.compactMap { templates.kind($0.value) }
      return UnservedAnswers(kind: kind, companions: companions, design: design)
    }
    let left = Set(unserved.map(\.kind.id))
    selected = wanted.filter { !left.contains($0.kind.id) }
    byID = Dictionary(selected.map { ($0.kind.id, $0) }) { first, _ in first }
    missingParts = Self.missingParts(of: possible, byID, design)
  }

  /// Reports what the kinds need and the profile does not state.
  func checkNeeds(of profile: Profile, _ vocabulary: Vocabulary, into bag: inout DiagnosticBag) {
    noteMissingMessages(of: profile, into: &bag)
    checkContract(of: profile, into: &bag)
    checkRefusals(of: profile, into: &bag)
    for answers in unserved { answers.report(profile, vocabulary, into: &bag) }
    for kind in leftOut { bag.add(kind.diagnostic(in: profile)) }
    RefusedAnswers(kinds: selected.map(\.kind), design: design).report(profile, vocabulary, into: &bag)
  }

  /// Whether the design has a kind.
  func makes(_ id: String) -> Bool { byID[id] != nil }

  /// The kinds that the design has, and not for the message of an index.
  func kindsNotMade(forMessage index: Int) -> [String] {
    selected.filter { $0.kind.scope == .message && !$0.messages.contains(index) }.map(\.kind.id)
  }

  /// The ids of all kinds.
  var known: [String] { kinds.map(\.id) }

  /// The ids of the rules whose names the files of the kinds use; `nil` for those of all.
  var names: Set<String>? {
    var names: Set<String> = []
    for selected in selected {
      guard let own = selected.kind.names else { return nil }
      names.formUnion(own)
    }
    return names
  }

  /// Whether any file of the kinds uses what change events carry within other fields.
  var usesEventMembers: Bool { selected.contains { $0.kind.usesEventMembers } }

  /// Whether anything that the design has is there because of a technology.
  func scaffolds(_ technology: String) -> Bool {
    selected.contains { selected in
      let kind = selected.kind
      guard kind.scope == .message else { return kind.isMade(for: design, nil, because: technology) }
      return selected.messages.contains {
        kind.isMade(for: design, design.contract.messages[$0], because: technology)
      }
    }
  }

  /// Whether any kind at all is there for a technology.
  func knows(_ technology: String) -> Bool { kinds.contains { $0.technologies.contains(technology) } }

  private static func missingParts(
    of kinds: [ArtifactKind], _ made: [String: Selected], _ design: Design
  ) -> [ContractCondition] {
    let lacking = ContractCondition.parts.filter { !$0.holds(in: design.contract, nil) }
    return lacking.filter { part in
      kinds.contains { kind in
        kind.when.contains { $0.contract.contains(part) && $0.holds(apartFromContractOf: design) }
          && made[kind.id] == nil && !kind.unless.contains { $0.holds(for: design, nil) }
      }
    }
  }

  /// Without messages a contract says where to, and not what; much less is made from it.
  private func noteMissingMessages(of profile: Profile, into bag: inout DiagnosticBag) {
    guard let place = profile.contractPlace, missingParts.contains(.messages) else { return }
    bag.add(
      Diagnostic(
        .generationPartialContract,
        "the contract states no 'messages', so what is made from them is not generated",
        severity: .note, at: place, fixes: [.init("add 'messages' with what crosses the border")]))
  }

  /// Reports once whatever several kinds refuse.
  private func checkRefusals(of profile: Profile, into bag: inout DiagnosticBag) {
    var kinds: [ContractRefusal.Offence: [ArtifactKind]] = [:]
    var order: [ContractRefusal.Offence] = []
    for selected in selected {
      for offence in selected.offences(in: design) {
        if kinds[offence] == nil { order.append(offence) }
        kinds[offence, default: []].append(selected.kind)
      }
    }
    for offence in order {
      bag.add(RefusedContract(offence: offence, kinds: kinds[offence] ?? []).diagnostic(in: profile))
    }
  }

  /// A missing whole is reported, not each of its parts besides.
  private func checkContract(of profile: Profile, into bag: inout DiagnosticBag) {
    let kinds = selected.map(\.kind).filter { $0.isRequired(for: design) }
    let needs = Set(kinds.flatMap(\.needs)).sorted()
    let lacking = needs.filter { $0.lack(in: design.contract) != nil }
    for part in lacking where !lacking.contains(where: part.isWithin) {
      guard let lack = part.lack(in: design.contract) else { continue }
      let missing = MissingContract(part: part, lack: lack, kinds: kinds.filter { $0.needs.contains(part) })
      for finding in missing.diagnostics(in: profile) { bag.add(finding) }
    }
  }
}

extension ContractPart {
  fileprivate func isWithin(_ other: ContractPart) -> Bool { rawValue.hasPrefix(other.rawValue + ".") }
}

extension ArtifactKind {
  /// Whether a contract that does not fit stops the run.
  func isRequired(for design: Design) -> Bool {
    requiredWhen.isEmpty || requiredWhen.contains { $0.holds(for: design, nil) }
  }

  /// Whether the technologies of the design allow it.
  fileprivate func canBeMade(for design: Design) -> Bool {
    !isBound || technologies.contains { design.uses($0) }
  }

  /// The indices of the messages that it is made for, of which one that is not made for messages has none; `nil` where
  /// the design does not have it.
  fileprivate func messages(of design: Design) -> [Int]? {
    switch scope {
    case .design: return isMade(for: design, nil) ? [] : nil
    case .message:
      let messages = design.contract.messages
      let made = messages.indices.filter { isMade(for: design, messages[$0]) }
      return made.isEmpty ? nil : made
    }
  }

  /// Whether a technology is among what the design, or a message of it, has the kind for.
  fileprivate func isMade(
    for design: Design, _ message: Contract.Message?, because technology: String
  ) -> Bool {
    serves.contains { $0.value == technology }
      || when.contains { alternative in
        alternative.technologies.contains { $0.value == technology }
          && alternative.holds(for: design, message)
      }
  }

  /// Whether the design has it, for the message where one is given.
  fileprivate func isMade(for design: Design, _ message: Contract.Message?) -> Bool {
    (when.isEmpty || when.contains { $0.holds(for: design, message) })
      && !unless.contains { $0.holds(for: design, message) }
  }
}

extension Applicability {
  /// Whether all conditions hold; one that rests on an unstated answer does not.
  fileprivate func holds(for design: Design, _ message: Contract.Message?) -> Bool {
    holds(apartFromContractOf: design) && contract.allSatisfy { $0.holds(in: design.contract, message) }
  }

  /// Whether all conditions hold but those on the contract.
  fileprivate func holds(apartFromContractOf design: Design) -> Bool {
    (technologies.isEmpty || technologies.contains { design.uses($0.value) })
      && (besides.isEmpty || besides.contains { design.uses($0.value) })
      && Self.names(design.pattern?.candidate.id, among: patterns)
      && Self.names(design.topology?.candidate.id, among: topologies)
      && (practices.isEmpty || practices.contains { design.obliges($0.value) })
      && profile.evaluate(design.answers) == .yes
  }

  private static func names(_ id: String?, among ids: [Located<String>]) -> Bool {
    ids.isEmpty || ids.contains { $0.value == id }
  }
}
