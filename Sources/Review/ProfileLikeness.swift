import Diagnostics
import Requirements

/// Finds profiles that were renamed: those that say mostly the same under another id and another path.
enum ProfileLikeness {
  /// The share of equal lines from which on two profiles are taken for one.
  private static let least = 0.6
  /// Beyond so many pairs to look at, nothing is guessed.
  private static let most = 10_000

  /// The pairs, the most alike first; each design is in one pair at most.
  static func matches(
    _ bases: [ReviewedDesign], _ revisions: [ReviewedDesign]
  ) -> [(base: ReviewedDesign, revision: ReviewedDesign)] {
    guard !bases.isEmpty, !revisions.isEmpty, bases.count * revisions.count <= most else { return [] }
    let (old, new) = (bases.map(lines), revisions.map(lines))
    var candidates: [(likeness: Double, base: Int, revision: Int)] = []
    for base in bases.indices {
      for revision in revisions.indices {
        let likeness = likeness(old[base], new[revision])
        if likeness >= least { candidates.append((likeness, base, revision)) }
      }
    }
    candidates.sort { (-$0.likeness, $0.base, $0.revision) < (-$1.likeness, $1.base, $1.revision) }
    var (takenBases, takenRevisions): (Set<Int>, Set<Int>) = ([], [])
    return candidates.compactMap { candidate in
      guard !takenBases.contains(candidate.base), takenRevisions.insert(candidate.revision).inserted else {
        return nil
      }
      takenBases.insert(candidate.base)
      return (bases[candidate.base], revisions[candidate.revision])
    }
  }

  /// How often each line occurs.
  private static func lines(_ design: ReviewedDesign) -> [ArraySlice<UInt8>: Int] {
    design.profile.file.contents.split(separator: UInt8(ascii: "\n")).reduce(into: [:]) {
      $0[$1, default: 0] += 1
    }
  }

  /// The lines in common as a share of those of the longer profile.
  private static func likeness(_ one: [ArraySlice<UInt8>: Int], _ other: [ArraySlice<UInt8>: Int]) -> Double {
    let common = one.reduce(0) { $0 + min($1.value, other[$1.key] ?? 0) }
    let total = max(one.values.reduce(0, +), other.values.reduce(0, +))
    return total == 0 ? 0 : Double(common) / Double(total)
  }
}
