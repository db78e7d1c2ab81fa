import Requirements

/// The editions of an org that an allowance differs by, as the words of `licensing.edition`.
package enum AllowanceEditions: Sendable, Hashable {
  /// The edition that the allowance is for.
  case stated(String)
  /// Nobody said which it is: those with the least, those with the most, and those that have no such limit.
  case unstated(least: [String], most: [String], without: [String])
}

extension CompiledLimit {
  /// The editions that the allowance differs by; `nil` where it does not, or where nobody asks for the edition.
  func editions(_ answers: Answers, _ vocabulary: Vocabulary) -> AllowanceEditions? {
    guard case .byEdition(let requirement?, let amounts) = allowances else { return nil }
    let words = vocabulary[requirement].type.words
    if let edition = Self.edition(requirement, answers) { return .stated(words[edition]) }
    let bounds = amounts.map { $0?.bounds(answers) }
    let least = bounds.compactMap { $0?.least }.reduce(.unbounded, QuantityValue.least)
    let most = bounds.compactMap { $0?.greatest }.reduce(QuantityValue(0), QuantityValue.greatest)
    func named(where isMeant: (QuantityBounds?) -> Bool) -> [String] {
      bounds.indices.filter { isMeant(bounds[$0]) }.map { words[$0] }
    }
    return .unstated(
      least: named { $0?.least == least }, most: named { $0?.greatest == most }, without: named { $0 == nil })
  }
}
