import Foundation

/// Texts that are compared with files below `Tests/Fixtures`.
package enum Golden {
  /// What is wrong with a text, compared with the file of that path; `nil` where nothing is.
  ///
  /// With `UPDATE_GOLDEN` in the environment the file is rewritten where it differs, which is reported,
  /// too: a run that rewrites never passes.
  package static func difference(of text: String, from path: String) -> String? {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/" + path)
    let expected = try? String(contentsOf: url, encoding: .utf8)
    if expected == text { return nil }
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      let folder = url.deletingLastPathComponent()
      try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try? text.write(to: url, atomically: true, encoding: .utf8)
      return "\(path) was rewritten; look at its change and run again"
    }
    return firstDifference(text, expected ?? "") ?? "\(path) differs"
  }

  private static func firstDifference(_ text: String, _ expected: String) -> String? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let others = expected.split(separator: "\n", omittingEmptySubsequences: false)
    for number in 0..<max(lines.count, others.count) {
      let (line, other) = (
        number < lines.count ? lines[number] : "", number < others.count ? others[number] : ""
      )
      if line != other { return "line \(number + 1) is '\(line)', and was '\(other)'" }
    }
    return nil
  }
}
