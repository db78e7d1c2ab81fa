import DocumentSchema
import Hashing
import JSONSyntax
package import YAMLSyntax

/// The digest of one entry of a catalog: of what it says, whatever its layout, its comments and the order
/// of its keys.
package enum EntryDigest {
  /// How many hexadecimal digits are shown; overlays may state more.
  package static let shownDigits = 16

  /// `sha256:` and 64 hexadecimal digits.
  package static func digest(of entry: YAMLNode) -> String {
    Digest(of: Array(entry.jsonValue.canonical.rendered(indent: nil).utf8)).description
  }

  /// The digest as an overlay states it.
  package static func shown(of entry: YAMLNode) -> String {
    let digest = digest(of: entry)
    return String(digest.prefix(prefix.count + shownDigits))
  }

  /// Whether a stated digest is that of the entry.
  static func holds(_ stated: String, for entry: YAMLNode) -> Bool {
    stated.utf8.count >= prefix.count + shownDigits && digest(of: entry).hasPrefix(stated)
  }

  private static let prefix = "sha256:"
}
