import Requirements

/// What is written on the arrows of a flow.
struct FlowLabels {
  /// One message, and what comes back for it.
  struct Request {
    let label: String
    let reply: String?
  }

  let requests: [Request]
  /// What is published: the event, or else the messages.
  let event: String
  private let names: String
  private let writtenBack: [String]
  private let responses: [String]

  init(contract: Contract) {
    requests = contract.messages.map { message in
      let label = message.path.map { "\(message.method) \($0)" } ?? message.name
      return Request(label: label, reply: Self.joined(message.response.map(\.external)))
    }
    names = Self.joined(contract.messages.map(\.name)) ?? Self.unnamed
    event = contract.event ?? names
    let response = contract.messages.flatMap(\.response)
    writtenBack = response.compactMap(\.salesforce).distinct
    responses = response.map(\.external).distinct
  }

  /// What is sent: as calls of the other system, or by the messages' names.
  func request(crossing: Bool) -> String {
    crossing ? Self.joined(requests.map(\.label)) ?? names : names
  }

  /// What comes back for all messages.
  func response(crossing: Bool) -> String {
    crossing ? Self.joined(responses) ?? names : names
  }

  /// A report of the outcome, with the fields that it fills.
  func outcome(_ title: String) -> String { Self.joined(title, writtenBack) }

  /// What passes, with the technologies that carry it in brackets; without a contract only these.
  func label(_ text: String, _ links: [String]) -> String {
    text == Self.unnamed && !links.isEmpty ? links.joined(separator: ", ") : Self.joined(text, links)
  }

  /// What is passed where no contract says more.
  private static let unnamed = "data"

  /// A text with what belongs to it in brackets.
  private static func joined(_ text: String, _ details: [String]) -> String {
    joined(details).map { "\(text) (\($0))" } ?? text
  }

  private static func joined(_ texts: [String]) -> String? {
    texts.isEmpty ? nil : texts.joined(separator: ", ")
  }
}
