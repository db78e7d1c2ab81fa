import Diagnostics
import Foundation
import TestSupport
import Testing
import YAMLSyntax

/// The review where reviewers are, each tried in a repository of its own.
@Suite struct DiffIntegrationTests {
  private let order = "profiles/opportunity-to-order.yaml"

  /// A repository whose last commit breaks the contract.
  private func broken() throws -> GitScratch {
    let repository = try GitScratch.withProfiles("opportunity-to-order", "credit-check")
    try repository.edit(order, ("path: /orders", "path: /sales"), ("human-waits: false", "human-waits: true"))
    try repository.commit()
    return repository
  }

  private func bash(_ script: String, _ variables: [String: String], in repository: GitScratch) throws
    -> Outcome
  {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", script]
    let folder = try Run.program().deletingLastPathComponent().path
    process.environment = [
      "PATH": "\(repository.scratch.url("bin").path):\(folder):/usr/bin:/bin", "HOME": "/nonexistent",
      "BASCULE_TEMPLATES": GitScratch.templates,
    ].merging(variables) { $1 }
    process.currentDirectoryURL = repository.scratch.folder
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      command: script, status: process.terminationStatus, output: String(decoding: bytes, as: UTF8.self),
      errors: "")
  }

  private func document(_ path: String) throws -> YAMLNode {
    var bag = DiagnosticBag()
    return try #require(YAMLTree.parse(try Repository.file(path), into: &bag)).root
  }

  // MARK: GitHub

  private func variables(_ repository: GitScratch) throws -> [String: String] {
    try repository.scratch.makeFolder("temp")
    return [
      "BASE": try repository.git("rev-parse", "HEAD~1"), "REVISION": try repository.git("rev-parse", "HEAD"),
      "RUNNER_TEMP": repository.scratch.url("temp").path,
      "GITHUB_STEP_SUMMARY": repository.scratch.url("temp/summary.md").path,
      "GITHUB_OUTPUT": repository.scratch.url("temp/output").path, "GITHUB_REPOSITORY": "acme/integrations",
      "PULL_REQUEST": "7", "GH_TOKEN": "token",
    ]
  }

  private func command(_ repository: GitScratch, _ name: String, _ text: String) throws {
    try repository.scratch.write("bin/\(name)", "#!/bin/bash\n" + text)
    try repository.scratch.setMode(0o755, of: "bin/\(name)")
  }

  private var script: String { Repository.url(of: "Integrations/github-review").path }

  @Test func aPullRequestGetsAnnotationsASummaryAndOneComment() throws {
    let repository = try broken()
    try command(
      repository, "gh",
      """
      echo "$*" >> calls
      case "$*" in *--method*) cp temp/bascule-review/review.md comment ;;
      *--paginate*) if [ -f comment ]; then echo 42; fi ;;
      *) cat comment ;; esac
      """)
    let variables = try variables(repository)
    let first = try bash(script, variables, in: repository).exits(1)
    first.says("::error file=\(order),line=", "title=contract/path-changed::")
    #expect(first.output.split(separator: "\n").allSatisfy { $0.utf8.count < 4_000 })
    let summary = try repository.scratch.text("temp/summary.md")
    #expect(summary.hasPrefix("<!-- bascule-design-review -->\n## Design review\n"))
    #expect(try repository.scratch.text("comment") == summary)
    #expect(try repository.scratch.text("temp/output").hasSuffix("/bascule-review\n"))
    // The same review again touches nothing.
    let calls = try repository.scratch.text("calls")
    _ = try bash(script, variables, in: repository).exits(1)
    let more = try repository.scratch.text("calls").dropFirst(calls.count)
    #expect(calls.contains("--method POST") && !more.contains("--method"))
    // Another one replaces the comment.
    try repository.scratch.write("comment", "<!-- bascule-design-review -->\nold\n")
    _ = try bash(script, variables, in: repository).exits(1)
    #expect(try repository.scratch.text("calls").contains("--method PATCH"))
  }

  @Test func theTokenOfAForkIsEnough() throws {
    let repository = try broken()
    try command(repository, "gh", "echo 'HTTP 403' >&2; exit 1\n")
    let variables = try variables(repository)
    try bash(script, variables, in: repository).exits(1).says("no comment could be written")
    #expect(try repository.scratch.text("temp/summary.md").contains("contract/path-changed"))
    try bash(script, variables.merging(["FAIL_ON": "never"]) { $1 }, in: repository).exits(0)
  }

  @Test func theActionRunsTheScriptWithNothingPutIntoItsText() throws {
    let action = try document("action.yml")
    let steps = action["runs"]?["steps"].map { Array($0.elements) } ?? []
    #expect(steps.last?["run"]?.text == "\"$SOURCE/Integrations/github-review\"")
    // What a stranger may have written, such as the name of a branch, must not become part of a script.
    for step in steps { #expect(step["run"]?.text?.contains("${{") == false) }
    let inputs = Set(action["inputs"]?.entries.compactMap(\.key.text) ?? [])
    #expect(inputs == ["base", "revision", "fail-on", "catalog", "comment", "program"])
  }

  /// Runs the steps of the action one after the other, as GitHub does: each with what it may see of the event, of
  /// the inputs and of the steps before it.
  private func runAction(_ event: [String: String], in repository: GitScratch) throws -> Outcome {
    let action = try document("action.yml")
    var values = event
    values["github.action_path"] = Repository.url(of: "").path
    for input in action["inputs"].map({ Array($0.entries) }) ?? [] {
      let name = "inputs.\(input.key.text ?? "")"
      values[name] = values[name] ?? fill(input.value["default"]?.text ?? "", values)
    }
    var last: Outcome?
    for step in action["runs"]?["steps"].map({ Array($0.elements) }) ?? [] {
      try repository.scratch.write("temp/output", "")
      var variables = [
        "RUNNER_TEMP": repository.scratch.url("temp").path,
        "GITHUB_STEP_SUMMARY": repository.scratch.url("temp/summary.md").path,
        "GITHUB_OUTPUT": repository.scratch.url("temp/output").path, "GITHUB_REPOSITORY": "acme/integrations",
        "GITHUB_ACTIONS": "true",
      ]
      for variable in step["env"].map({ Array($0.entries) }) ?? [] {
        variables[variable.key.text ?? ""] = fill(variable.value.text ?? "", values)
      }
      let script = try #require(step["run"]?.text)
      last = try bash("set -eo pipefail\n" + script, variables, in: repository)
      for line in try repository.scratch.text("temp/output").split(separator: "\n") {
        let parts = line.split(separator: "=", maxSplits: 1)
        values["steps.\(step["id"]?.text ?? "").outputs.\(parts[0])"] = String(parts[1])
      }
    }
    let results = try #require(action["outputs"]?["results"]?["value"]?.text)
    #expect(FileManager.default.fileExists(atPath: fill(results, values) + "/review.sarif"))
    return try #require(last)
  }

  /// Puts values for `${{ … }}`, the first that is known of several between `||`.
  private func fill(_ text: String, _ values: [String: String]) -> String {
    text.replacing(/\$\{\{ (.+?) \}\}/) { match in
      let expression = String(match.1)
      if let value = values[expression] { return value }
      let parts = expression.components(separatedBy: " || ")
      return parts.lazy.compactMap { values[$0] }.first ?? ""
    }
  }

  @Test func theActionRunsStepByStep() throws {
    let repository = try broken()
    try command(repository, "gh", "echo 'HTTP 403' >&2; exit 1\n")
    let event = [
      "github.event.pull_request.base.sha": try repository.git("rev-parse", "HEAD~1"),
      "github.event.pull_request.head.sha": try repository.git("rev-parse", "HEAD"),
      "inputs.comment == 'true' && github.event.pull_request.number || ''": "7", "github.token": "token",
    ]
    try runAction(event, in: repository).exits(1).says(
      "::error file=\(order),line=", "no comment could be written")
    #expect(try repository.scratch.text("temp/summary.md").contains("contract/path-changed"))
    let lenient = event.merging(["inputs.fail-on": "never"]) { $1 }
    try runAction(lenient, in: repository).exits(0)
    // A push has no pull request: what was before it is the base.
    let push = [
      "github.event.before": try repository.git("rev-parse", "HEAD~1"),
      "github.sha": try repository.git("rev-parse", "HEAD"),
    ]
    try runAction(push, in: repository).exits(1).says("::error file=\(order),line=")
    // A branch that is new has nothing before it.
    try repository.git("update-ref", "refs/remotes/origin/trunk", "HEAD~1")
    let new = [
      "github.event.before": String(repeating: "0", count: 40),
      "github.event.repository.default_branch": "trunk",
      "github.sha": try repository.git("rev-parse", "HEAD"),
    ]
    try runAction(new, in: repository).exits(1).says("::error file=\(order),line=")
  }

  // MARK: GitLab

  @Test func theJobOfGitLabWritesItsReports() throws {
    let repository = try broken()
    let job = try #require(try document("Integrations/gitlab-ci.yml")["bascule-review"])
    let lines = job["script"]?.elements.compactMap(\.text) ?? []
    try #require(!lines.isEmpty)
    let variables = [
      "CI_MERGE_REQUEST_DIFF_BASE_SHA": try repository.git("rev-parse", "HEAD~1"),
      "CI_COMMIT_SHA": try repository.git("rev-parse", "HEAD"),
    ]
    try bash(lines.joined(separator: "\n"), variables, in: repository).exits(1).says("contract/path-changed")
    let artifacts = try #require(job["artifacts"])
    let quality = try #require(artifacts["reports"]?["codequality"]?.text)
    #expect(try repository.scratch.text(quality).contains("\"check_name\": \"contract/path-changed\""))
    let tests = try #require(artifacts["reports"]?["junit"]?.text)
    #expect(try repository.scratch.text(tests).contains("<failure type=\"error\""))
    let pages = artifacts["paths"]?.elements.compactMap(\.text) ?? []
    let page = try #require(pages.first)
    #expect(try repository.scratch.text(page).hasPrefix("<!DOCTYPE html>"))
  }

  // MARK: git

  @Test func aCommitThatBreaksAContractIsRefused() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order")
    let hooks = try document(".pre-commit-hooks.yaml").elements.compactMap { hook in
      hook["id"]?.text == "bascule-diff" ? hook["entry"]?.text : nil
    }
    let program = try Run.program().path
    let entry = try #require(hooks.first).replacing("bascule", with: program)
    try repository.scratch.write(".git/hooks/pre-commit", "#!/bin/bash\n\(entry)\n")
    try repository.scratch.setMode(0o755, of: ".git/hooks/pre-commit")
    try repository.edit(order, ("path: /orders", "path: /sales"))
    #expect(throws: GitTrouble.self) { try repository.commit() }
    // What is staged counts, not what lies on the disk.
    try repository.edit(order, ("path: /sales", "path: /orders"))
    #expect(throws: GitTrouble.self) { try repository.git("commit", "--message", "as staged") }
    try repository.git("checkout", "--quiet", "HEAD", "--", ".")
    try repository.edit(order, ("title: A won", "title: Every won"))
    try repository.commit()
  }

  @Test func aCommitWithoutItsGeneratedFilesIsRefused() throws {
    let repository = try GitScratch.withProfiles("credit-check")
    try repository.scratch.write("bascule.yaml", "workspace: 1\nprofiles: [profiles]\ndesigns: designs\n")
    try repository.commit()
    let program = try Run.program().path
    let entries = try document(".pre-commit-hooks.yaml").elements.compactMap { $0["entry"]?.text }
    #expect(entries.count == 3)
    let lines = entries.map { $0.replacing("bascule", with: program) + " || exit 1" }
    try repository.scratch.write(
      ".git/hooks/pre-commit", (["#!/bin/bash"] + lines).joined(separator: "\n") + "\n")
    try repository.scratch.setMode(0o755, of: ".git/hooks/pre-commit")
    try repository.edit("profiles/credit-check.yaml", ("title: ", "title: New "))
    try Run("generate").in(repository.scratch).exits(0)
    // Only the profile is staged; the files lie in the work tree, and a draft that is nobody's business yet.
    try repository.scratch.write("profiles/draft.yaml", "profile: 1\n")
    try repository.git("add", "profiles/credit-check.yaml")
    #expect(throws: GitTrouble.self) { try repository.git("commit", "--message", "half") }
    try repository.git("add", "designs")
    try repository.git("commit", "--message", "whole")
  }

  @Test func gitShowsTheDecisionOfAProfile() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order")
    try repository.scratch.write(".gitattributes", "profiles/*.yaml diff=bascule\n")
    try repository.git("config", "diff.bascule.textconv", try Run.program().path + " diff --textconv")
    try repository.edit(order, ("human-waits: false", "human-waits: true"))
    let difference = try repository.git("diff")
    #expect(difference.contains("\n-# bascule pattern: fire-and-forget\n"))
    #expect(difference.contains("\n+# bascule pattern: request-reply\n"))
    #expect(difference.contains("\n-  human-waits: false\n"))
    #expect(difference.contains("\n-# bascule practice: event-naming\n"))
    #expect(!difference.contains("\n-# bascule practice: correlation-id\n"))
    #expect(!difference.contains("# bascule departure"))
    try repository.scratch.write(order, "profile: 1\nid: [broken\n")
    #expect(try repository.git("diff").contains("\n+id: [broken"))
  }
}
