import DesignModel
import Diagnostics
import Requirements

/// A kind that a design can do without, and what of the contract keeps it out.
struct LeftOutKind {
  private let selected: KindSelection.Selected
  private let lacks: [(part: ContractPart, lack: ContractPart.Lack)]
  private let offences: [ContractRefusal.Offence]
  /// What the design has of the kind; `nil` where nothing is left.
  let remaining: KindSelection.Selected?

  /// Of a kind that is required, everything remains.
  init(_ selected: KindSelection.Selected, _ design: Design) {
    self.selected = selected
    guard !selected.kind.isRequired(for: design) else {
      (lacks, offences, remaining) = ([], [], selected)
      return
    }
    let contract = design.contract
    lacks = selected.kind.needs.compactMap { part in part.lack(in: contract).map { (part, $0) } }
    offences = selected.offences(in: design)
    var unfit = Set(offences.map(\.message))
    for (_, lack) in lacks {
      switch lack {
      case .part: unfit.formUnion(contract.messages.indices)
      case .messages(let names):
        unfit.formUnion(contract.messages.indices.filter { names.contains(contract.messages[$0].name) })
      }
    }
    remaining = lacks.contains { $0.lack == .part } ? nil : selected.without(unfit)
  }

  /// Whether nothing is left out.
  var isWhole: Bool { lacks.isEmpty && offences.isEmpty }

  /// The first thing in its way, at its place.
  func diagnostic(in profile: Profile) -> Diagnostic {
    let kind = selected.kind
    let cause =
      offences.first.map { RefusedContract(offence: $0, kinds: [kind]).diagnostic(in: profile) }
      ?? lacks.first.flatMap { part, lack in
        MissingContract(part: part, lack: lack, kinds: [kind]).diagnostics(in: profile).first
      }
    return Diagnostic(
      .generationLeftOut, "'\(kind.id)' is left out\(scope), since the design can do without it",
      severity: .warning, at: cause?.primary?.location ?? profile.file.location(ofBytes: 0..<0),
      notes: ["it is: \(kind.title)"] + (cause.map { [$0.message] } ?? []))
  }

  private var scope: String { remaining == nil ? "" : " for some messages" }
}
