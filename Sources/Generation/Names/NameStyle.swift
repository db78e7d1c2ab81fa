/// What a kind of name may consist of, and how long it may be.
package enum NameStyle: String, Sendable, Hashable, CaseIterable {
  case apexClass = "apex-class"
  case developerName = "developer-name"
  case file
  case muleFlow = "mule-flow"
  case mavenArtifact = "maven-artifact"
  case javaPackage = "java-package"

  /// In characters.
  package var limit: Int {
    switch self {
    case .apexClass, .developerName: 40
    case .file, .muleFlow, .mavenArtifact: 80
    case .javaPackage: 120
    }
  }

  /// The language whose reserved words a name must not be.
  var language: String? {
    switch self {
    case .apexClass: "apex"
    case .javaPackage: "java"
    case .developerName, .file, .muleFlow, .mavenArtifact: nil
    }
  }

  /// What stands between the parts of a name.
  var separator: String {
    switch self {
    case .apexClass: ""
    case .developerName, .javaPackage: "_"
    case .file, .muleFlow, .mavenArtifact: "-"
    }
  }

  func allows(_ character: Character) -> Bool {
    switch character {
    case "a"..."z", "0"..."9", "_": true
    case "A"..."Z": self != .javaPackage
    case ".": self == .javaPackage || self == .file || self == .mavenArtifact
    case "-": self == .file || self == .muleFlow || self == .mavenArtifact
    case " ": self == .muleFlow
    default: false
    }
  }

  /// The text with everything taken out that the style does not allow.
  func cleaned(_ text: String) -> String {
    if isClean(text) { return text }
    switch self {
    case .javaPackage: return cleanedPackage(text)
    case .apexClass, .developerName: return Self.identifier(text.filter(allows))
    case .file, .muleFlow, .mavenArtifact: return Self.trimmed(text.filter(allows))
    }
  }

  /// Whether there is nothing to be taken out: letters and digits in ASCII, with single separators between them.
  private func isClean(_ text: String) -> Bool {
    let separator = separator.utf8.first
    var isBehindWord = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): isBehindWord = true
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where self != .javaPackage: isBehindWord = true
      case UInt8(ascii: "0")...UInt8(ascii: "9") where self != .javaPackage || isBehindWord:
        isBehindWord = true
      case separator where isBehindWord: isBehindWord = false
      default: return false
      }
    }
    return isBehindWord
  }

  /// Neither double underscores nor one at the end.
  private static func identifier(_ text: String) -> String {
    text.split(separator: "_").joined(separator: "_")
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop { ".- ".contains($0) }
    let end = start.reversed().drop { ".- ".contains($0) }
    return String(end.reversed())
  }

  private func cleanedPackage(_ text: String) -> String {
    let parts = text.lowercased().filter { allows($0) }.split(separator: ".")
    return parts.map { $0.first?.isNumber == true ? "_" + $0 : String($0) }.joined(separator: ".")
  }
}
