import Requirements
import Templating

/// What a read that answers with a list needs so that the list may come in pages.
struct Paging {
  private let message: Contract.Message

  private static let limits: Set<String> = ["limit", "pagesize", "page_size", "size", "top", "$top"]
  private static let cursors: Set<String> = [
    "cursor", "offset", "page", "after", "skip", "$skip", "skiptoken",
  ]

  /// `nil` unless a list is read that is not named by a key at the end of the path.
  init?(_ message: Contract.Message) {
    let hasList = message.response.contains { $0.type == .list }
    guard message.operation == .read, hasList, message.path?.hasSuffix("}") == false else { return nil }
    self.message = message
  }

  /// Which of the usual names the contract does not state itself.
  var value: TemplateValue {
    .object([
      "adds-limit": .bool(!states(Self.limits, message.fields)),
      "adds-cursor": .bool(!states(Self.cursors, message.fields)),
      "adds-next": .bool(!states(["nextcursor"], message.response)),
    ])
  }

  private func states(_ names: Set<String>, _ fields: [Contract.Field]) -> Bool {
    fields.contains { names.contains($0.external.lowercased()) }
  }
}
