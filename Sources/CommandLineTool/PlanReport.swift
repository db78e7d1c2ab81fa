import Generation
import Hashing
import JSONSyntax
import Reporting
import Requirements

/// A plan as people and machines read it.
struct PlanReport {
  let scaffold: Scaffold
  let plan: WritePlan

  /// A line for each file that is not simply unchanged, or for every file; and one for what is remembered of them,
  /// where that alone says what happens.
  func lines(isVerbose: Bool) -> String {
    let record = record.map { "  record \(Manifest.folderName): \($0)\n" } ?? ""
    return record + actionLines(isVerbose: isVerbose)
  }

  private var record: String? {
    switch plan.holder {
    case .unstated: "holds the design of '\(scaffold.profile.id)'"
    case .renamed(let former): "holds the design of '\(scaffold.profile.id)', which was '\(former)' before"
    case .none, .own, .other, .unnamed: plan.changesRecord && !plan.changesFiles ? "is out of date" : nil
    }
  }

  private func actionLines(isVerbose: Bool) -> String {
    plan.actions.filter { isVerbose || $0.verb != .unchanged }.map { action in
      "  \(action.verb.name) \(action.path) (\(action.ownership.rawValue)): \(action.because)\n"
    }.joined()
  }

  /// How many files there are of each kind.
  var summary: String {
    let counts = counts
    let parts = WritePlan.Verb.names.compactMap { name in
      counts[name].map { "\($0) \(Self.participle(of: name))" }
    }
    let text = parts.isEmpty ? "nothing is generated" : parts.joined(separator: ", ")
    return "\(scaffold.folder.visibleLine): \(plan.holder.isOther ? "nothing is planned" : text)\n"
  }

  /// How many actions there are of each verb that there is one of.
  private var counts: [String: Int] {
    var counts: [String: Int] = [:]
    for index in plan.actions.indices { counts[plan.actions[index].verb.name, default: 0] += 1 }
    return counts
  }

  private static func participle(of verb: String) -> String {
    switch verb {
    case "create": "created"
    case "update": "updated"
    case "merge": "merged"
    case "move": "moved"
    case "delete": "deleted"
    case "keep": "kept"
    case "conflict": "in conflict"
    default: "unchanged"
    }
  }

  /// The plan with everything that it rests on, so that two are equal only if they do the same to the same.
  var payload: JSONValue {
    let counts = counts
    return .object([
      JSONMember("plan", 1),
      JSONMember("profile", .string(scaffold.profile.id)),
      JSONMember("folder", .string(scaffold.folder)),
      JSONMember("holder", .string(plan.holder.name)),
      JSONMember("holds", plan.holds(scaffold.profile.id).map { .string($0) } ?? .null),
      JSONMember(
        "summary", .object(WritePlan.Verb.names.map { JSONMember($0, .integer(counts[$0] ?? 0)) })),
      JSONMember("manifest", .string(Digest(of: plan.manifest.rendered()).description)),
      JSONMember("changes", .bool(!plan.isEmpty)),
      JSONMember("actions", .array(plan.actions.map(Self.payload))),
    ])
  }

  private static func payload(of action: WritePlan.Action) -> JSONValue {
    var members = [
      JSONMember("path", .string(action.path.description)), JSONMember("action", .string(action.verb.name)),
      JSONMember("ownership", .string(action.ownership.rawValue)),
      JSONMember("reason", .string(action.reason.name)),
      JSONMember("because", .string("'\(action.path)' \(action.because)")),
    ]
    if let former = action.formerPath {
      members.append(JSONMember("from", .string(former.description)))
    }
    members.append(JSONMember("before", digest(before: action)))
    members.append(JSONMember("after", digest(after: action)))
    members.append(JSONMember("executable", .bool(isExecutable(after: action))))
    return .object(members)
  }

  private static func digest(before action: WritePlan.Action) -> JSONValue {
    if case .move(_, _, let digest) = action.verb { return .string(digest.description) }
    return digest(of: action.found)
  }

  private static func digest(after action: WritePlan.Action) -> JSONValue {
    if let written = action.verb.written { return .string(written.digest.description) }
    if case .delete = action.verb { return .null }
    return digest(of: action.found)
  }

  /// Whether a file can be run once all is done, or until it is deleted.
  private static func isExecutable(after action: WritePlan.Action) -> Bool {
    if let written = action.verb.written { return written.isExecutable }
    guard case .file(_, let isExecutable)? = action.found else { return false }
    return isExecutable
  }

  private static func digest(of entry: ExistingEntry?) -> JSONValue {
    guard case .file(let contents, _)? = entry else { return .null }
    return .string(Digest(of: contents).description)
  }
}
