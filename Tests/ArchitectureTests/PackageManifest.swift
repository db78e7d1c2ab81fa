import Diagnostics
import TestSupport

/// The targets of `Package.swift` with what they may import, read from its text.
struct PackageManifest {
  private(set) var dependencies: [String: Set<String>] = [:]

  /// The products that are imported under the name of another thing in the manifest.
  private static let products = ["argumentParser": "ArgumentParser"]

  static func read() throws -> PackageManifest {
    let text = String(decoding: try Repository.file("Package.swift").contents, as: UTF8.self)
    var manifest = PackageManifest()
    for call in calls(of: "module(", in: text) { manifest.add(call, list: "below:") }
    for call in calls(of: ".executableTarget(", in: text) { manifest.add(call, list: "dependencies:") }
    return manifest
  }

  private mutating func add(_ call: Substring, list label: String) {
    guard let name = Self.quoted(call).first else { return }
    var found: Set<String> = []
    if let start = call.firstRange(of: label), let open = call[start.upperBound...].firstIndex(of: "["),
      let close = call[open...].firstIndex(of: "]")
    {
      let items = call[call.index(after: open)..<close]
      found.formUnion(Self.quoted(items))
      for (word, product) in Self.products where items.contains(word) { found.insert(product) }
    }
    dependencies[name] = found
  }

  /// The arguments of every call of a function, up to its closing bracket.
  private static func calls(of function: String, in text: String) -> [Substring] {
    text.ranges(of: function).compactMap { range in
      var depth = 1
      let end = text[range.upperBound...].firstIndex { character in
        if character == "(" { depth += 1 }
        if character == ")" { depth -= 1 }
        return depth == 0
      }
      return end.map { text[range.upperBound..<$0] }
    }
  }

  private static func quoted(_ text: Substring) -> [String] {
    text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
