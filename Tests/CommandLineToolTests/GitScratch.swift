import Foundation
import TestSupport
import Testing

/// A git repository of one test, in which the program runs.
final class GitScratch {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try git("init", "--quiet", "--initial-branch=main")
    try git("config", "user.name", "A")
    try git("config", "user.email", "a@example.com")
  }

  /// With these examples below `profiles/`, committed.
  static func withProfiles(_ names: String...) throws -> GitScratch {
    let repository = try GitScratch()
    for name in names { try repository.scratch.copy("examples/\(name).yaml", to: "profiles/\(name).yaml") }
    try repository.commit()
    return repository
  }

  @discardableResult
  func git(_ arguments: String...) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1"]
    process.currentDirectoryURL = scratch.folder
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: bytes, as: UTF8.self)
    if process.terminationStatus != 0 { throw GitTrouble(arguments: arguments, output: text) }
    return text.trimmingCharacters(in: .newlines)
  }

  func commit(_ message: String = "change") throws {
    try git("add", "--all")
    try git("commit", "--quiet", "--allow-empty", "--message", message)
  }

  /// Replaces pieces of a file, each of which has to be there.
  func edit(_ path: String, _ edits: (String, String)...) throws {
    var text = try scratch.text(path)
    for (from, to) in edits {
      try #require(text.contains(from), "\(path) has no '\(from)'")
      text = text.replacing(from, with: to)
    }
    try scratch.write(path, text)
  }

  /// A few templates that only these tests use.
  static let templates = Repository.url(of: "Tests/Fixtures/review/templates").path

  /// Runs `bascule diff` with them.
  func diff(_ arguments: String...) throws -> Outcome {
    try Run(["diff"] + arguments).with("BASCULE_TEMPLATES", Self.templates).in(scratch)
  }
}

struct GitTrouble: Error {
  let arguments: [String]
  let output: String
}
