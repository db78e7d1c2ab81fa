/// The words that each language keeps for itself, in small letters.
package struct ReservedWords: Sendable, Hashable {
  private var words: [String: Set<String>] = [:]
  /// The bytes of the longest word of each language.
  private var longest: [String: Int] = [:]

  package init() {}

  /// Takes in the words of a language.
  package mutating func add(_ more: some Sequence<String>, of language: String) {
    let more = more.map { $0.lowercased() }
    words[language, default: []].formUnion(more)
    longest[language] = max(longest[language] ?? 0, more.lazy.map(\.utf8.count).max() ?? 0)
  }

  /// Whether a language keeps a word for itself, in any case.
  func contains(_ word: String, in language: String) -> Bool {
    // A small letter for a large one never takes characters away, and a character is a byte or more.
    guard word.unicodeScalars.count <= longest[language] ?? 0 else { return false }
    return words[language]?.contains(word.lowercased()) ?? false
  }

  /// The words of a language, sorted.
  func words(of language: String) -> [String] { (words[language] ?? []).sorted() }

  /// The languages, sorted.
  var languages: [String] { words.keys.sorted() }
}
