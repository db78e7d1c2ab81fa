import Foundation
import TestSupport
import Testing

/// What `bascule check` says to programs, and what it reads of a repository.
@Suite struct CheckTests {
  private func object(_ outcome: Outcome) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  private static func withMistakes() throws -> Scratch {
    let scratch = try Scratch.withExample()
    let text = try scratch.text("profile.yaml")
    try scratch.write("profiles/good.yaml", text)
    try scratch.write("profiles/ä b.yaml", text.replacing("record-change", with: "record-chnage"))
    return scratch
  }

  @Test func programsGetTheFindingsThatPeopleSee() throws {
    let scratch = try Self.withMistakes()
    let shown = try Run("check", "profiles").in(scratch).exits(2).hasNoResult()
    let outcome = try Run("check", "profiles", "--format", "json").in(scratch).exits(2)
    #expect(outcome.errors == "")
    let findings = try #require(try object(outcome)["findings"] as? [[String: Any]])
    #expect(findings.count == 1)
    let finding = try #require(findings.first)
    let place = "\(finding["file"] ?? ""):\(finding["line"] ?? ""):\(finding["column"] ?? "")"
    let line =
      "\(place): \(finding["severity"] ?? ""): \(finding["message"] ?? "") [\(finding["id"] ?? "")]\n"
    #expect(shown.errors.hasPrefix(line), "\(line)")
    try Run("check", "profiles", "--format", "markdown").in(scratch).exits(2)
      .says("# Profiles", "did you mean 'record-change'?", "profiles/ä b.yaml:")
    let good = try Run("check", "profiles/good.yaml", "--format", "json").in(scratch).exits(0)
    #expect(try (object(good)["findings"] as? [Any])?.isEmpty == true)
  }

  @Test func codeScanningGetsALog() throws {
    let scratch = try Self.withMistakes()
    let log = try object(try Run("check", "profiles", "--format", "sarif").in(scratch).exits(2))
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    #expect(result["ruleId"] as? String == "profile/unknown-answer" && result["level"] as? String == "error")
    let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let rule = rules[try #require(result["ruleIndex"] as? Int)]
    #expect(rule["id"] as? String == "profile/unknown-answer")
    #expect((rule["help"] as? [String: String])?["text"]?.isEmpty == false)
    let location = try #require(
      (result["locations"] as? [[String: [String: Any]]])?.first?["physicalLocation"])
    #expect((location["artifactLocation"] as? [String: String])?["uri"] == "profiles/%C3%A4%20b.yaml")
    #expect((location["region"] as? [String: Int])?["startColumn"] == 12)
    #expect((run["invocations"] as? [[String: Any]])?.first?["executionSuccessful"] as? Bool == true)
  }

  @Test func whatCannotBeReadIsToldToProgramsToo() throws {
    let scratch = try Self.withMistakes()
    let json = try Run("check", "profiles", "nowhere.yaml", "--format", "json").in(scratch).exits(4)
      .complains("There is no 'nowhere.yaml'")
    #expect(try object(json)["failures"] as? [String] == ["There is no 'nowhere.yaml'"])
    #expect(try (object(json)["findings"] as? [Any])?.count == 1)
    let sarif = try object(
      try Run("check", "profiles", "nowhere.yaml", "--format", "sarif").in(scratch).exits(4))
    let run = try #require((sarif["runs"] as? [[String: Any]])?.first)
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false)
    #expect((invocation["toolExecutionNotifications"] as? [Any])?.count == 1)
  }

  @Test func aHookChecksWhatIsStaged() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order")
    let scratch = repository.scratch
    try scratch.write("bascule.yaml", "workspace: 1\nprofiles: [profiles]\n")
    try repository.commit()
    func check() throws -> Outcome { try Run("check", "--staged").in(scratch) }
    try scratch.write("profiles/later.yaml", "profile: 1\n")
    try check().exits(0).says("1 profile and bascule.yaml are valid")
    try repository.git("add", ".")
    try scratch.write("profiles/later.yaml", "profile: 1\nid: later\ntitle: Later\n")
    try check().exits(2).complains("profiles/later.yaml:")
    try repository.git("add", ".")
    try check().exits(0).says("2 profiles and bascule.yaml are valid")
  }

  @Test func whatTheRepositoryLacksIsNotPassedOver() throws {
    let repository = try GitScratch.withProfiles("credit-check")
    let objects = repository.scratch.url(".git/objects")
    for name in try FileManager.default.contentsOfDirectory(atPath: objects.path) where name.count == 2 {
      try FileManager.default.removeItem(at: objects.appending(path: name))
    }
    try Run("check", "--staged", "profiles").in(repository.scratch).exits(4)
      .complains("the repository lacks contents of what is staged")
  }

  @Test func theCatalogAndTheTemplatesOfARepositoryAreThoseThatAreStaged() throws {
    let repository = try GitScratch.withProfiles("credit-check")
    let scratch = repository.scratch
    try scratch.copyFolder("catalog", to: "catalog")
    try scratch.copyFolder("templates", to: "templates")
    let own = ["--catalog", "catalog", "--templates", "templates"]
    try Run(["generate", "profiles", "--output", "out"] + own).in(scratch).exits(0)
    func check(_ options: [String] = own) throws -> Outcome {
      try Run(["generate", "profiles", "--output", "out", "--check", "--staged"] + options).in(scratch)
    }
    try repository.git("add", "profiles", "out")
    try check().exits(4).complains(
      "'catalog' cannot be read from the index of git: nothing of it is staged")
    try repository.commit()
    try check().exits(0)
    // What lies in the work tree does not matter.
    let template = "templates/field-mapping/field-mapping.md.mustache"
    try scratch.write(template, "Another text.\n" + (try scratch.text(template)))
    try scratch.write("catalog/catalog.yaml", "broken\n")
    try check().exits(0)
    try repository.git("add", template)
    try check().exits(1).says("update docs/field-mapping.md")
    try FileManager.default.removeItem(at: scratch.url("templates"))
    try check().exits(1).says("update docs/field-mapping.md")
    try repository.git("checkout", "--quiet", "HEAD", "--", ".")
    try repository.git("add", ".")
    // In no repository, in another one, or where git ignores it, it is the folder of the disk.
    let elsewhere = try Scratch()
    try elsewhere.copyFolder("catalog", to: "catalog")
    try elsewhere.copyFolder("templates", to: "vendored/templates")
    try check(["--catalog", elsewhere.url("catalog").path]).exits(0)
    try elsewhere.git("init", "--quiet")
    try check(["--catalog", elsewhere.url("catalog").path]).exits(0)
    try scratch.write(".gitignore", "/vendored/\n")
    try scratch.copyFolder("templates", to: "vendored/templates")
    try check(["--templates", "vendored/templates"]).exits(0)
  }
}
