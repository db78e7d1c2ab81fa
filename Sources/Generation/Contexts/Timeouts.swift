import DesignModel
import Requirements
import Templating

/// How long the parts of a middleware wait for one another, in milliseconds: whoever calls waits for all that may be
/// done behind.
struct Timeouts {
  /// One call of a system.
  let call: Int
  /// One request for an access token; `nil` where none is needed.
  let token: Int?
  /// How often the application before a system tries again; none where Salesforce would have given up by then.
  let retries: Int
  /// Whether a call has less time than is wished, because Salesforce waits no longer.
  let isShortened: Bool
  /// Whether Salesforce may give up before the response time that is stated has passed.
  let isCutShort: Bool

  private let outermost: Application.Layer?

  /// The pause before an attempt.
  private static let retryDelay = 250
  /// What an application takes for its own work.
  private static let ownWork = 1_000
  private static let longestToken = 5_000
  private static let unstated = 10_000
  /// An attempt at Salesforce writes and then reads, and the connector waits half a minute for each.
  private static let attemptAtSalesforce = 60_000
  private static let auth = RequirementID(section: "security", key: "auth")

  init(_ design: Design, _ sizing: Sizing, _ vocabulary: Vocabulary) {
    outermost = design.applications.first?.layer
    let isSalesforceBehind = design.applications.contains { $0.callees.contains(.salesforce) }
    let wish = isSalesforceBehind ? Self.attemptAtSalesforce : sizing.timeoutMilliseconds ?? Self.unstated
    let asksForToken = vocabulary.text(of: Self.auth, in: design.answers)?.hasPrefix("oauth-") ?? false
    token = asksForToken && !isSalesforceBehind ? min(wish, Self.longestToken) : nil
    let room =
      design.answersSalesforce
      ? Sizing.longestCallout - Self.layers(of: outermost) * Self.ownWork - (token ?? 0) : Int.max
    retries = wish * 2 + Self.retryDelay <= room ? 1 : 0
    call = min(wish, room)
    isShortened = call < wish
    isCutShort = call < sizing.responseMilliseconds ?? 0
  }

  /// How long it may take until an application of a layer answers.
  func answer(of layer: Application.Layer?) -> Int {
    call + retries * (call + Self.retryDelay) + (token ?? 0) + Self.layers(of: layer) * Self.ownWork
  }

  /// How long an application of a layer waits for answers that it gathers; it answers without those that are late.
  func gathering(of layer: Application.Layer?) -> Int { answer(of: layer) - Self.ownWork / 2 }

  /// How many applications there are between the caller of one and the system.
  private static func layers(of layer: Application.Layer?) -> Int {
    switch layer {
    case nil, .system: 1
    case .process: 2
    case .experience: 3
    }
  }

  var value: TemplateValue {
    .object([
      "timeout-milliseconds": .integer(answer(of: outermost)), "token-timeout-milliseconds": .optional(token),
      "retries": .integer(retries), "retry-delay-milliseconds": .integer(Self.retryDelay),
      "tries-again": .bool(retries > 0),
      "is-shortened": .bool(isShortened), "is-cut-short": .bool(isCutShort),
    ])
  }
}
