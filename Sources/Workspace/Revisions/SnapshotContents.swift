/// What a file of a snapshot holds.
package enum SnapshotContents: Sendable, Hashable {
  case bytes([UInt8])
  case tooLarge(limit: Int)
  /// It is not to be had: removed meanwhile, a link, or not fetched.
  case missing

  /// The bytes, where they could be read.
  package var bytes: [UInt8]? {
    if case .bytes(let bytes) = self { bytes } else { nil }
  }
}
