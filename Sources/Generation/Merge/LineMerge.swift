/// Three versions of a text to be merged line by line.
package struct LineMerge: Sendable, Hashable {
  /// What was written last time.
  package let base: [UInt8]
  /// What is on disk.
  package let ours: [UInt8]
  /// What is generated now.
  package let theirs: [UInt8]

  package init(base: [UInt8], ours: [UInt8], theirs: [UInt8]) {
    self.base = base
    self.ours = ours
    self.theirs = theirs
  }

  /// What came of merging line by line.
  package enum Outcome: Sendable, Hashable {
    case clean([UInt8])
    /// Both sides changed the same lines, or lines that touch; the text has markers around them.
    case overlapping([UInt8])
    /// Nothing was merged, because what merges lines cannot be had.
    case unavailable(String)
  }
}
