import Diagnostics
import JSONSyntax

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
    return [
      "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": ["driver": driver], "columnKind": "unicodeCodePoints",
          "originalUriBaseIds": ["%SRCROOT%": ["description": ["text": "The root of the repository."]]],
          "results": .array(results.map(result)), "invocations": [invocation],
        ]
      ],
    ]
  }

  private var driver: JSONValue {
    [
      "name": "bascule", "version": .string(version), "rules": .array(rules.map(descriptor)),
    ]
  }

  private func descriptor(_ rule: ReviewRule) -> JSONValue {
    [
      "id": .string(rule.id), "shortDescription": ["text": .string(rule.title)],
      "fullDescription": ["text": .string(rule.because)], "help": ["text": .string(rule.because)],
      "defaultConfiguration": ["level": .string(rule.severity.word)],
      "properties": ["tags": [.string(rule.topic.rawValue)]],
    ]
  }

  /// What has no place in a file is told here, so that nothing is lost.
  private var invocation: JSONValue {
    let notifications = review.findings.filter { $0.place == nil }.map { finding -> JSONValue in
      [
        "level": .string(finding.severity.word), "message": ["text": .string(finding.message)],
        "descriptor": ["id": .string(finding.rule.id)],
      ]
    }
    return ["executionSuccessful": true, "toolExecutionNotifications": .array(notifications)]
  }

  private func result(_ finding: Finding) -> JSONValue {
    var members: [JSONMember] = [
      JSONMember("ruleId", .string(finding.rule.id)),
      JSONMember("ruleIndex", .integer(rules.firstIndex { $0.id == finding.rule.id } ?? -1)),
      JSONMember("level", .string(finding.severity.word)),
      JSONMember("message", ["text": .string(Self.message(finding))]),
      JSONMember("locations", .array([finding.place.map(location)].compactMap { $0 })),
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

  private func location(_ place: SourceLocation) -> JSONValue {
    let (start, end) = (place.range.start, place.range.end)
    var region: [JSONMember] = [
      JSONMember("startLine", .integer(start.line)), JSONMember("startColumn", .integer(start.column)),
    ]
    if end > start {
      region += [JSONMember("endLine", .integer(end.line)), JSONMember("endColumn", .integer(end.column))]
    }
    return [
      "physicalLocation": [
        "artifactLocation": ["uri": .string(Self.uri(place.file.name)), "uriBaseId": "%SRCROOT%"],
        "region": .object(region),
      ]
    ]
  }

  /// A path as a relative reference.
  static func uri(_ path: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    let hex = Array("0123456789ABCDEF".unicodeScalars)
    var text = String.UnicodeScalarView()
    for byte in path.utf8 {
      if plain.contains(byte) {
        text.append(Unicode.Scalar(byte))
      } else {
        text.append("%")
        text.append(hex[Int(byte >> 4)])
        text.append(hex[Int(byte & 15)])
      }
    }
    return String(text)
  }
}
