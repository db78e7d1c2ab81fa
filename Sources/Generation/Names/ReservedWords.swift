/// The words that each language keeps for itself, in small letters.
package struct ReservedWords: Sendable, Hashable {
  private var words: [String: Set<String>] = [:]

  package init() {}

  /// Takes in the words of a language.
  package mutating func add(_ more: some Sequence<String>, of language: String) {
    words[language, default: []].formUnion(more.map { $0.lowercased() })
  }

  /// Whether a language keeps a word for itself, in any case.
  func contains(_ word: String, in language: String) -> Bool {
    words[language]?.contains(word.lowercased()) ?? false
  }

  /// The words of a language, sorted.
  func words(of language: String) -> [String] { (words[language] ?? []).sorted() }

  /// The languages, sorted.
  var languages: [String] { words.keys.sorted() }
}
