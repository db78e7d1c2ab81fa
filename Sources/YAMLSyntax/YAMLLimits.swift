/// How large a YAML document may be before it is refused.
package struct YAMLLimits: Sendable, Hashable {
  /// The longest file, in bytes: of what a person writes 1 MiB.
  package let bytes: Int
  /// How many lists and mappings may lie in one another, aliases followed.
  package let depth: Int
  /// For how many nodes all aliases together may stand.
  package let aliasedNodes: Int

  package init(bytes: Int = 1 << 20, depth: Int = 64, aliasedNodes: Int = 10_000) {
    // A record counts in 24 bits.
    self.bytes = min(bytes, 8_000_000)
    self.depth = depth
    self.aliasedNodes = aliasedNodes
  }

  /// The limits of everything that a person writes.
  package static let standard = YAMLLimits()
}
