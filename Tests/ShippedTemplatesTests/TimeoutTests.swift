import Diagnostics
import Generation
import TestSupport
import Testing

/// Whoever calls a generated API waits for all that may be done behind it.
@Suite struct TimeoutTests {
  private static let shipped = Result { try ShippedTemplates() }
  private static let longestCallout = 120_000

  /// The generated files of one profile, by their paths.
  private struct Scaffold {
    let texts: [String: String]

    /// `nil` where Salesforce calls no Mule API.
    init?(_ file: SourceFile) throws {
      let files = try TimeoutTests.shipped.get().generate(file).files ?? []
      texts = Dictionary(
        files.map { ("\($0.path)", String(decoding: $0.contents, as: UTF8.self)) }, uniquingKeysWith: { $1 })
      let credential = texts.first { $0.key.contains("/namedCredentials/") }?.value
      guard credential?.contains("mule-api.invalid") == true else { return nil }
    }

    /// The values of an application's settings, by section and key.
    func settings(_ folder: String) throws -> [String: [String: String]] {
      let files = ["common", "prod"].map { "\(folder)/src/main/resources/config/\($0).yaml" }
      let text = try files.map { try #require(texts[$0]) }.joined(separator: "\n")
      var sections: [String: [String: String]] = [:]
      var section = ""
      for line in text.split(separator: "\n") where !line.contains("#") {
        let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmed }
        if !line.hasPrefix(" ") { section = parts[0] }
        if parts.count == 2 { sections[section, default: [:]][parts[0]] = parts[1] }
      }
      return sections
    }

    /// How long an application may take to answer, in milliseconds.
    func answer(of folder: String) throws -> Int {
      let settings = try settings(folder)
      func number(_ section: String, _ key: String) -> Int { Int(settings[section]?[key] ?? "") ?? 0 }
      var longest = 0
      for (key, section) in settings where section["timeout-millis"] != nil && section["host"] != nil {
        let timeout = number(key, "timeout-millis")
        #expect(timeout > 0)
        if section["host"]?.hasSuffix(".example.internal") == true {
          #expect(try timeout >= answer(of: key == "process" ? "mule-process" : "mule-system-\(key)"))
          longest = max(longest, timeout)
        } else {
          let retries = number("retry", "max")
          let pauses = retries * number("retry", "delay-millis")
          longest = max(
            longest, (retries + 1) * timeout + pauses + number("token", "timeout-millis"))
        }
      }
      guard settings["gather"] != nil else { return longest }
      #expect(number("gather", "timeout-millis") > longest)
      return number("gather", "timeout-millis")
    }

    var outermost: String { texts.keys.contains("mule/pom.xml") ? "mule" : "mule-experience" }

    /// Every time-out that Salesforce sets for its calls.
    var callers: [Int] {
      let marks = ["TIMEOUT_MILLISECONDS = ", "&quot;timeout&quot; : &quot;"]
      return texts.filter { $0.key.hasPrefix("salesforce/") }.values.flatMap { text in
        marks.flatMap { mark in
          text.split(separator: mark, omittingEmptySubsequences: false).dropFirst().compactMap {
            Int($0.prefix { $0.isNumber })
          }
        }
      }
    }
  }

  @Test func salesforceWaitsForEveryAttemptOfTheMuleAPI() throws {
    var count = 0
    for path in ShippedTemplates.profiles {
      guard let scaffold = try Scaffold(try Repository.file(path)) else { continue }
      let answer = try scaffold.answer(of: scaffold.outermost)
      #expect(!scaffold.callers.isEmpty, "\(path)")
      #expect(scaffold.callers.allSatisfy { (answer + 1...Self.longestCallout).contains($0) }, "\(path)")
      count += 1
    }
    #expect(count >= 3)
  }

  /// A profile in which the system takes longer.
  private static func slow(_ name: String, _ time: String, _ auth: String) throws -> SourceFile {
    let file = try Repository.file("Tests/Fixtures/profiles/\(name).yaml")
    let text = String(decoding: file.contents, as: UTF8.self)
    return SourceFile(
      name: "slow.yaml",
      text: text.replacing(/response-time: \w+/, with: "response-time: \(time)")
        .replacing(/auth: [\w-]+/, with: "auth: \(auth)"))
  }

  @Test(
    arguments: ["mule-direct", "mule-gather", "mule-layers"],
    ["10ms", "20s", "29s", "40s", "58s", "70s", "110s", "120s"])
  func aSlowSystemLeavesLessRoomForAttempts(name: String, time: String) throws {
    for auth in ["oauth-jwt", "basic"] {
      let scaffold = try #require(try Scaffold(try Self.slow(name, time, auth)), "\(auth)")
      let answer = try scaffold.answer(of: scaffold.outermost)
      #expect(!scaffold.callers.isEmpty)
      #expect(
        scaffold.callers.allSatisfy { (answer + 1...Self.longestCallout).contains($0) },
        "\(answer), \(scaffold.callers)")
    }
  }

  @Test(arguments: [("20s", "1", false), ("70s", "0", false), ("119500ms", "0", true)])
  func whatSalesforceDoesNotWaitForIsSaid(time: String, retries: String, isSaid: Bool) throws {
    let scaffold = try #require(try Scaffold(try Self.slow("mule-direct", time, "mtls")))
    #expect(try scaffold.settings("mule")["retry"]?["max"] == retries)
    let record = try #require(scaffold.texts.first { $0.key.hasPrefix("docs/decisions/") }?.value)
    #expect(record.contains("Salesforce waits two minutes at most") == isSaid)
    #expect(scaffold.texts["README.md"]?.contains("the two minutes that Salesforce waits") == isSaid)
    #expect(
      scaffold.texts["mule/README.md"]?.contains("**Nothing is tried again.**") == (retries == "0"))
  }

  /// The connector waits half a minute for each of the two calls of an attempt.
  @Test func layersBeforeSalesforceWaitForIt() throws {
    let file = try Repository.file("Tests/Fixtures/profiles/mule-call-in.yaml")
    let text = String(decoding: file.contents, as: UTF8.self)
    let files = try Self.shipped.get().generate(
      SourceFile(name: "layers.yaml", text: text + "decision: { topology: api-led, because: Layers. }\n")
    ).files
    for (folder, timeout) in [("mule-process", 121_250), ("mule-experience", 122_250)] {
      let settings = files?.first { "\($0.path)" == "\(folder)/src/main/resources/config/prod.yaml" }
      let text = String(decoding: try #require(settings).contents, as: UTF8.self)
      #expect(text.contains("timeout-millis: \"\(timeout)\""))
    }
  }
}

extension Substring {
  /// Without the spaces and quotation marks around it.
  fileprivate var trimmed: String {
    let marks: Set<Character> = [" ", "\""]
    return String(drop { marks.contains($0) }.reversed().drop { marks.contains($0) }.reversed())
  }
}
