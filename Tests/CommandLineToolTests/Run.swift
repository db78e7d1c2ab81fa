import Foundation

/// One run of the built program.
struct Run {
  private let arguments: [String]
  private var environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"]
  private var input: [UInt8] = []
  private var prefix = ""
  private var suffix = ""

  init(_ arguments: String...) { self.arguments = arguments }

  init(_ arguments: [String]) { self.arguments = arguments }

  func with(_ name: String, _ value: String) -> Run {
    var run = self
    run.environment[name] = value
    return run
  }

  func reading(_ text: String) -> Run {
    var run = self
    run.input = Array(text.utf8)
    return run
  }

  /// With words of a shell before and after the command, such as `umask 077;` and `| head -n 1`.
  func shell(before: String = "", after: String = "") -> Run {
    var run = self
    (run.prefix, run.suffix) = (before, after)
    return run
  }

  /// Runs the program in a folder and waits for its end.
  func `in`(_ scratch: Scratch, below folder: String = ".") throws -> Outcome {
    let channels = try Scratch()
    for name in ["output", "errors"] { try channels.write(name, "") }
    try channels.write("input", bytes: input)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    let program = try Self.program().path
    process.arguments = ["-c", "set -o pipefail; \(prefix) \"$0\" \"$@\" \(suffix)", program] + arguments
    process.environment = environment
    process.currentDirectoryURL = scratch.url(folder)
    process.standardInput = try FileHandle(forReadingFrom: channels.url("input"))
    process.standardOutput = try FileHandle(forWritingTo: channels.url("output"))
    process.standardError = try FileHandle(forWritingTo: channels.url("errors"))
    try process.run()
    process.waitUntilExit()
    return Outcome(
      command: "bascule " + arguments.joined(separator: " "), status: process.terminationStatus,
      output: try channels.text("output"), errors: try channels.text("errors"))
  }

  /// The program that was built together with these tests, beside them.
  static func program() throws -> URL {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(filePath: tests).deletingLastPathComponent().appending(path: "bascule")
  }
}
