import Diagnostics
import JSONSyntax
import Reporting

/// A review as a log of the Static Analysis Results Interchange Format, version 2.1.0.
struct SARIFLog {
  private let review: DesignReview
  private let version: String
  private let rules: [ReviewRule]

  /// Code scanning shows so many; more are refused beyond five times that.
  private static let mostResults = 5_000

  init(_ review: DesignReview, version: String) {
    self.review = review
    self.version = version
    let found = Set(review.findings.map(\.rule.id))
    rules = ReviewRule.all.filter { found.contains($0.id) }
  }

  var value: JSONValue {
    let results = review.findings.filter { $0.place != nil }.prefix(Self.mostResults)
    return SARIF.log(
      version: version, rules: rules.map(descriptor), results: results.map(result),
      notifications: notifications)
  }

  private func descriptor(_ rule: ReviewRule) -> JSONValue {
    [
      "id": .string(rule.id), "shortDescription": ["text": .string(rule.title)],
      "fullDescription": ["text": .string(rule.because)], "help": ["text": .string(rule.because)],
      "defaultConfiguration": ["level": .string(rule.severity.word)],
      "properties": ["tags": [.string(rule.topic.rawValue)]],
    ]
  }

  private var notifications: [JSONValue] {
    review.findings.filter { $0.place == nil }.map { finding in
      [
        "level": .string(finding.severity.word), "message": ["text": .string(finding.message)],
        "descriptor": ["id": .string(finding.rule.id)],
      ]
    }
  }

  private func result(_ finding: Finding) -> JSONValue {
    var members: [JSONMember] = [
      JSONMember("ruleId", .string(finding.rule.id)),
      JSONMember("ruleIndex", .integer(rules.firstIndex { $0.id == finding.rule.id } ?? -1)),
      JSONMember("level", .string(finding.severity.word)),
      JSONMember("message", ["text": .string(Self.message(finding))]),
      JSONMember("locations", .array([finding.place.map(SARIF.location)].compactMap { $0 })),
      JSONMember(
        "partialFingerprints",
        [
          "basculeFinding/v1": .string(finding.fingerprint),
          "primaryLocationLineHash": .string(finding.fingerprint),
        ]),
    ]
    if let acceptance = finding.acceptance {
      members.append(
        JSONMember(
          "suppressions",
          [["kind": "external", "status": "accepted", "justification": .string(acceptance.because)]]))
    }
    return .object(members)
  }

  /// The message with values and the first reasons below it.
  static func message(_ finding: Finding) -> String {
    let subject = finding.design.map { "\($0): " } ?? ""
    let details = [finding.values].compactMap { $0 } + finding.firstReasons
    return ([subject + finding.message] + details.map { "- " + $0 }).joined(separator: "\n")
  }
}
