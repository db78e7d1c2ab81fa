import Diagnostics
import TestSupport

/// A file of `Sources`, as the tests of the floors read it.
struct SwiftSource {
  let module: String
  let path: String
  let lines: [Substring]

  /// All Swift files below `Sources`.
  static func all() throws -> [SwiftSource] {
    try Repository.paths(below: "Sources").filter { $0.hasSuffix(".swift") }.map { path in
      let text = String(decoding: try Repository.file("Sources/" + path).contents, as: UTF8.self)
      return SwiftSource(
        module: String(path.prefix { $0 != "/" }), path: "Sources/" + path,
        lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }

  /// The modules that it imports, each with its line.
  var imports: [(module: String, line: Int)] {
    lines.enumerated().compactMap { index, line in
      let words = line.split(separator: " ")
      guard let keyword = words.firstIndex(of: "import"), words[..<keyword].allSatisfy(Self.isModifier) else {
        return nil
      }
      // Of `import struct Module.Type` the module counts.
      return words.last.map { (String($0.prefix { $0 != "." }), index + 1) }
    }
  }

  /// The types that it declares.
  var types: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let keyword = words.firstIndex(where: Self.declares.contains), keyword + 1 < words.count,
        words[..<keyword].allSatisfy(Self.isModifier)
      else { return nil }
      return String(words[keyword + 1].prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    }
  }

  private static let declares: Set<Substring> = ["struct", "enum", "class", "actor", "protocol", "typealias"]
  private static let modifiers: Set<Substring> = [
    "public", "package", "internal", "fileprivate", "private", "final", "indirect",
  ]

  private static func isModifier(_ word: Substring) -> Bool {
    word.hasPrefix("@") || modifiers.contains(word)
  }
}
