/// The candidate that a misspelt word most likely meant: the one within a third of its length in
/// edits (a swap of neighbours counts as one), or `nil` where none is that near.
///
/// A single letter is never another one. Ties go to the candidate that comes first in `candidates`.
package func nearestSpelling(to word: String, among candidates: some Sequence<String>) -> String? {
  let typed = Array(word.lowercased().unicodeScalars)
  guard typed.count <= longestComparedWord else { return nil }
  var best: (candidate: String, distance: Int)?
  for candidate in candidates where candidate != word {
    let known = Array(candidate.lowercased().unicodeScalars)
    let longer = max(typed.count, known.count)
    let allowed = longer < 2 ? 0 : max(1, longer / 3)
    guard abs(known.count - typed.count) <= allowed else { continue }
    let distance = editDistance(typed, known)
    if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.candidate
}

/// Beyond this many characters a word is no misspelling of an id.
private let longestComparedWord = 80

/// The optimal-string-alignment distance: insertions, deletions, substitutions, swaps of neighbours.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in 0..<left.count {
    var current = [row + 1]
    for column in 0..<right.count {
      let substitution = last[column] + (left[row] == right[column] ? 0 : 1)
      var cost = min(last[column + 1] + 1, current[column] + 1, substitution)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    (beforeLast, last) = (last, current)
  }
  return last[right.count]
}
