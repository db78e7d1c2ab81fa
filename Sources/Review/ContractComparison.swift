import Diagnostics
import Requirements

/// Finds every difference between the contracts of a design.
struct ContractComparison {
  let flow: ContractChange.Flow
  private let base: Contract
  private let revision: Contract
  private let basePlaces: ContractPlaces
  private let revisionPlaces: ContractPlaces
  private let revisionProfilePlace: SourceLocation?
  private let answers: AnswerChanges
  private let hadContract: Bool
  private let hasContract: Bool

  init(_ base: ReviewedDesign, _ revision: ReviewedDesign) {
    self.base = base.profile.contract ?? Contract(endpoint: nil, event: nil, messages: [])
    self.revision = revision.profile.contract ?? Contract(endpoint: nil, event: nil, messages: [])
    hadContract = base.profile.contract != nil
    hasContract = revision.profile.contract != nil
    basePlaces = ContractPlaces(base.profile)
    revisionPlaces = ContractPlaces(revision.profile)
    revisionProfilePlace = revision.profile.idPlace
    answers = AnswerChanges(base, revision)
    flow = Self.flow(answers.text(of: "exchange.direction", in: revision))
  }

  /// Which way a request goes.
  private static func flow(_ direction: String?) -> ContractChange.Flow {
    switch direction {
    case "salesforce-to-external", "salesforce-to-salesforce": .outgoing
    case "external-to-salesforce": .incoming
    default: .unknown
    }
  }

  var changes: [ContractChange] {
    guard hadContract == hasContract else { return [presence] + security }
    guard hasContract else { return security }
    return security + endpoint + systems + event + messages
  }

  private var presence: ContractChange {
    ContractChange(
      kind: hasContract ? .contractAdded : .contractRemoved, flow: flow, subject: "contract",
      message: hasContract
        ? "what crosses the border is stated now" : "what crosses the border is no longer stated",
      base: hadContract ? basePlaces.value() : nil,
      revision: hasContract ? revisionPlaces.value() : revisionProfilePlace)
  }

  // MARK: Parts

  private var security: [ContractChange] {
    let kinds: [(String, ContractChange.Kind, String)] = [
      ("security.auth", .authChanged, "the caller authenticates in another way"),
      ("security.principal", .principalChanged, "the other system sees another identity"),
    ]
    return kinds.compactMap { name, kind, message in
      guard let change = answers.change(of: name), change.before != nil, change.after != nil else {
        return nil
      }
      return ContractChange(
        kind: kind, flow: flow, subject: name, message: message, before: change.before, after: change.after,
        base: change.base, revision: change.revision)
    }
  }

  private var endpoint: [ContractChange] {
    var changes: [ContractChange] = []
    let (old, new) = (base.endpoint?.baseURL, revision.endpoint?.baseURL)
    if let old, let new, old != new {
      let (kind, words) = Self.addressChange(old, new)
      changes.append(value(kind, "endpoint/base-url", old, new, "calls \(words)", "endpoint", "base-url"))
    }
    let (was, now) = (base.endpoint?.namedCredential, revision.endpoint?.namedCredential)
    if was != now, was != nil {
      changes.append(
        value(
          .credentialChanged, "endpoint/named-credential", was, now, "another Named Credential is used",
          "endpoint", "named-credential"))
    }
    return changes
  }

  private var systems: [ContractChange] {
    revision.systems.compactMap { system in
      guard let old = base.systems.first(where: { $0.name == system.name })?.baseURL, old != system.baseURL
      else {
        return nil
      }
      let (kind, words) = Self.addressChange(old, system.baseURL)
      return ContractChange(
        kind: kind, flow: flow, subject: "systems/\(system.name)/base-url",
        message: "calls to the system '\(system.name)' \(words)", before: old, after: system.baseURL,
        base: basePlaces.address(ofSystem: system.name),
        revision: revisionPlaces.address(ofSystem: system.name))
    }
  }

  private static func addressChange(_ old: String, _ new: String) -> (ContractChange.Kind, String) {
    old.hasPrefix("https:") && new.hasPrefix("http:")
      ? (.transportWeakened, "are no longer encrypted on their way")
      : (.baseURLChanged, "go to another address")
  }

  private var event: [ContractChange] {
    guard base.event != revision.event else { return [] }
    let kind: ContractChange.Kind =
      base.event == nil ? .eventAdded : revision.event == nil ? .eventRemoved : .eventRenamed
    let message =
      switch kind {
      case .eventAdded: "an event is published now"
      case .eventRemoved: "the event is no longer published"
      default: "the event has another name, and subscribers of the old one hear nothing"
      }
    var change = value(kind, "event", base.event, revision.event, message, "event")
    if base.event == nil { change.base = nil }
    return [change]
  }

  private func value(
    _ kind: ContractChange.Kind, _ subject: String, _ before: String?, _ after: String?, _ message: String,
    _ first: String, _ second: String? = nil
  ) -> ContractChange {
    func place(_ places: ContractPlaces) -> SourceLocation? {
      second.map { places.value(first, $0) } ?? places.value(first)
    }
    return ContractChange(
      kind: kind, flow: flow, subject: subject, message: message, before: before, after: after,
      base: place(basePlaces), revision: place(revisionPlaces))
  }

  private var messages: [ContractChange] {
    let names = Set(base.messages.map(\.name)).union(revision.messages.map(\.name)).sorted()
    return names.flatMap { name -> [ContractChange] in
      let old = base.messages.first { $0.name == name }
      let new = revision.messages.first { $0.name == name }
      switch (old, new) {
      case (let old?, let new?):
        let hasEvent = base.event != nil && revision.event != nil
        return MessageComparison(
          old: old, new: new, flow: flow, hasEvent: hasEvent, basePlaces: basePlaces,
          revisionPlaces: revisionPlaces
        ).changes
      case (_?, nil):
        return [
          ContractChange(
            kind: .messageRemoved, flow: flow, subject: name, message: "the message '\(name)' was removed",
            base: basePlaces.message(name), revision: revisionPlaces.value())
        ]
      case (nil, _):
        return [
          ContractChange(
            kind: .messageAdded, flow: flow, subject: name, message: "the message '\(name)' is new",
            base: nil, revision: revisionPlaces.message(name))
        ]
      }
    }
  }
}
