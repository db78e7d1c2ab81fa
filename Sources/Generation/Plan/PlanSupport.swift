package import Hashing

/// What a plan may have to ask while it is made, beside what it was told about the disk.
package struct PlanSupport {
  /// What was written last of shared files and is still to be had.
  package let bases: Set<Digest>
  /// The bytes of one of these.
  package let base: (Digest) -> [UInt8]?
  /// The names in a folder of the target; `nil` stands for the target itself.
  package let names: (RelativePath?) -> [String]
  /// Whether a file that the target lacks lies beside it, where what is staged is the target.
  package let isUnstaged: (RelativePath) -> Bool
  /// Merges texts line by line.
  package let mergeLines: (LineMerge) -> LineMerge.Outcome

  package init(
    bases: Set<Digest> = [], base: @escaping (Digest) -> [UInt8]? = { _ in nil },
    names: @escaping (RelativePath?) -> [String] = { _ in [] },
    isUnstaged: @escaping (RelativePath) -> Bool = { _ in false },
    mergeLines: @escaping (LineMerge) -> LineMerge.Outcome = { _ in
      .unavailable("there is nothing to merge with")
    }
  ) {
    self.bases = bases
    self.base = base
    self.names = names
    self.isUnstaged = isUnstaged
    self.mergeLines = mergeLines
  }
}
