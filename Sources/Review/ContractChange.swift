import Diagnostics

/// One difference between the contracts of a design.
struct ContractChange: Sendable, Hashable {
  /// What happened; the id of the rule that judges it.
  enum Kind: String, Sendable, Hashable, CaseIterable {
    case authChanged = "contract/auth-changed"
    case baseURLChanged = "contract/base-url-changed"
    case compensationChanged = "contract/compensation-changed"
    case contractAdded = "contract/added"
    case contractRemoved = "contract/removed"
    case credentialChanged = "contract/credential-changed"
    case defaultChanged = "contract/default-changed"
    case entityChanged = "contract/entity-changed"
    case eventAdded = "contract/event-added"
    case eventFieldRemoved = "contract/event-field-removed"
    case eventFieldTypeChanged = "contract/event-field-type-changed"
    case eventRemoved = "contract/event-removed"
    case eventRenamed = "contract/event-renamed"
    case externalIDChanged = "contract/external-id-changed"
    case fieldAdded = "contract/field-added"
    case fieldMadeOptional = "contract/field-made-optional"
    case fieldMadeRequired = "contract/field-made-required"
    case fieldRemoved = "contract/field-removed"
    case filterChanged = "contract/filter-changed"
    case lengthIncreased = "contract/length-increased"
    case lengthReduced = "contract/length-reduced"
    case mappingChanged = "contract/mapping-changed"
    case masterChanged = "contract/master-changed"
    case messageAdded = "contract/message-added"
    case messageRemoved = "contract/message-removed"
    case objectChanged = "contract/object-changed"
    case operationChanged = "contract/operation-changed"
    case pathChanged = "contract/path-changed"
    case personalDataAdded = "contract/personal-data-added"
    case precisionIncreased = "contract/precision-increased"
    case precisionReduced = "contract/precision-reduced"
    case principalChanged = "contract/principal-changed"
    case requiredFieldAdded = "contract/required-field-added"
    case requiredFieldRemoved = "contract/required-field-removed"
    case transportWeakened = "contract/transport-weakened"
    case typeChanged = "contract/type-changed"
    case typeNarrowed = "contract/type-narrowed"
    case typeWidened = "contract/type-widened"
    case valueAdded = "contract/value-added"
    case valueRemoved = "contract/value-removed"
  }

  /// Which way the data goes.
  enum Flow: String, Sendable, Hashable, CaseIterable {
    case outgoing, incoming
    /// Either way, or nobody says.
    case unknown

    var reversed: Flow {
      switch self {
      case .outgoing: .incoming
      case .incoming: .outgoing
      case .unknown: .unknown
      }
    }
  }

  let kind: Kind
  let flow: Flow
  /// Such as `create-order/request/amount`.
  let subject: String
  let message: String
  var before: String?
  var after: String?
  var base: SourceLocation?
  var revision: SourceLocation?

  func observation(_ impact: Impact) -> Observation {
    Observation(
      subject: subject, message: message, before: before, after: after,
      reasons: [reason(impact)], base: base, revision: revision, severity: impact.severity)
  }

  private func reason(_ impact: Impact) -> String {
    switch flow {
    case .outgoing: "\(impact.rawValue) for the other system, which receives it"
    case .incoming: "\(impact.rawValue) for the other system, which sends it"
    case .unknown: "\(impact.rawValue) at worst, since the data may go either way"
    }
  }
}
