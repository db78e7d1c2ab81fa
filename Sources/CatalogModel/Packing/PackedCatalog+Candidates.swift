import Requirements
import Packing

extension CatalogPacker {
  func write(_ role: RoleDescription, to pack: inout PackWriter) {
    for text in [role.id, role.title, role.does] { pack.write(text) }
    let (word, label) = role.flow.shape.written
    pack.write(word)
    pack.write(label)
    pack.write(role.flow.isAsynchronous)
    pack.write(role.flow.salesforce?.rawValue)
    pack.write(role.flow.pulls)
    pack.write(role.flow.endsFlow)
    pack.write(role.flow.returnsWhen)
  }

  func write(_ candidate: Candidate, to pack: inout PackWriter) {
    pack.write(candidate.id)
    write(candidate.origin, to: &pack)
    pack.write(candidate.kind.rawValue)
    pack.write(candidate.order)
    pack.write(candidate.facts?.status) { $1.write($0.rawValue) }
    pack.write(candidate.roles) { role, pack in
      pack.write(role.id)
      role.when.write(to: &pack)
      pack.write(role.after)
      pack.write(role.isOptional)
      pack.write(role.isFromTopology)
      pack.write(role.candidates) {
        $1.write($0.id)
        $1.write($0.fit.rawValue)
      }
    }
  }
}

extension CatalogUnpacker {
  func roleDescription(_ pack: inout PackReader) -> RoleDescription {
    RoleDescription(
      id: pack.text(), title: pack.text(), does: pack.text(),
      flow: RoleInFlow(
        shape: RoleInFlow.Shape(word: pack.text(), label: pack.optionalText()),
        isAsynchronous: pack.flag(),
        salesforce: pack.optionalText().flatMap(RoleInFlow.SalesforceSide.init),
        pulls: pack.flag(), endsFlow: pack.flag(), returnsWhen: pack.optionalText()))
  }

  func candidate(_ pack: inout PackReader) -> Candidate {
    let id = pack.text()
    let (origin, entry) = place(&pack)
    let kind = CandidateKind(rawValue: pack.integer()) ?? .pattern
    let order = pack.integer()
    let status = pack.optional { TechnologyFacts.Status(rawValue: $0.integer()) ?? .supported }
    let facts = status.map {
      TechnologyFacts(status: $0, words: Deferred { TechnologyFacts.Words(entry()) })
    }
    var number = -1
    let roles = pack.list { pack in
      number += 1
      return role(number, of: entry, &pack)
    }
    return Candidate(
      id: id, kind: kind, order: order, roles: roles, facts: facts, origin: origin,
      words: Deferred { Candidate.Words(entry()) })
  }

  private func role(
    _ number: Int, of entry: @escaping @Sendable () -> EntryReader, _ pack: inout PackReader
  ) -> Role {
    let id = pack.text()
    let when = Predicate(from: &pack)
    let (after, isOptional, isFromTopology) = (pack.texts(), pack.flag(), pack.flag())
    var place = -1
    let candidates = pack.list { pack in
      place += 1
      let (own, id) = (place, pack.text())
      return RatedTechnology(
        id: id, fit: Fit(rawValue: pack.integer()) ?? .suboptimal,
        words: Deferred {
          RatedTechnology.Words(entry().entries("roles")[number].entries("candidates")[own])
        })
    }
    return Role(
      id: id, when: when, after: after, isOptional: isOptional, isFromTopology: isFromTopology,
      candidates: candidates)
  }
}

extension RoleInFlow.Shape {
  /// The word of a catalog for it, and the label that it may have.
  fileprivate var written: (word: String, label: String?) {
    switch self {
    case .station: ("station", nil)
    case .link: ("link", nil)
    case .channel(let label): ("channel", label)
    case .aside: ("aside", nil)
    }
  }
}
