/// A text taken apart into words of ASCII letters and digits, which are put together again as names.
///
/// Letters with accents lose them; a text with other letters or digits that ASCII cannot spell gets
/// four characters of its digest as a last word, so that it does not become one with another.
package struct Spelling: Sendable, Hashable {
  private let parts: [String]

  package init(_ text: String) {
    var splitter = WordSplitter()
    var isComplete = true
    for scalar in text.unicodeScalars {
      if let letters = ASCIISpelling.of(scalar) {
        for letter in letters.unicodeScalars { splitter.take(letter) }
      } else {
        splitter.endWord()
        isComplete = isComplete && !(scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      }
    }
    let words = splitter.words
    parts = isComplete && !words.isEmpty ? words : (words.isEmpty ? ["x"] : words) + [NameDigest.of(text)]
  }

  /// `OrderRequested`; words of capitals stay so.
  package var pascal: String { parts.map(Self.capitalized).joined(separator: "") }
  /// `orderRequested`.
  package var camel: String {
    parts[0].lowercased() + parts.dropFirst().map(Self.capitalized).joined(separator: "")
  }
  /// `order_requested`.
  package var snake: String { parts.map { $0.lowercased() }.joined(separator: "_") }
  /// `order-requested`.
  package var kebab: String { parts.map { $0.lowercased() }.joined(separator: "-") }
  /// `orderrequested`.
  package var flat: String { parts.map { $0.lowercased() }.joined(separator: "") }
  /// `order requested`.
  package var words: String { parts.map { $0.lowercased() }.joined(separator: " ") }
  /// `Order_Requested`.
  package var developerName: String { parts.map(Self.capitalized).joined(separator: "_") }
  /// `Order requested`.
  package var label: String { Self.capitalized(words) }

  private static func capitalized(_ word: String) -> String {
    word.prefix(1).uppercased() + String(word.dropFirst())
  }
}

/// Divides ASCII letters and digits into words: at changes from small to capital letters, before the last
/// of several capitals that begins a word, and between letters and digits.
private struct WordSplitter {
  private enum Kind { case small, capital, digit }

  private var finished: [String] = []
  private var word = ""
  private var kinds: [Kind] = []

  var words: [String] { word.isEmpty ? finished : finished + [word] }

  mutating func take(_ scalar: Unicode.Scalar) {
    let kind: Kind = scalar.value < 0x3A ? .digit : scalar.value < 0x5B ? .capital : .small
    if let last = kinds.last {
      switch (last, kind) {
      case (.small, .capital), (.digit, .small), (.digit, .capital), (.small, .digit), (.capital, .digit):
        endWord()
      case (.capital, .small) where kinds.count > 1: carryLastCapital()
      case (.capital, .small), (.small, .small), (.capital, .capital), (.digit, .digit): break
      }
    }
    word.unicodeScalars.append(scalar)
    kinds.append(kind)
  }

  mutating func endWord() {
    if !word.isEmpty { finished.append(word) }
    word = ""
    kinds = []
  }

  private mutating func carryLastCapital() {
    let capital = word.removeLast()
    endWord()
    word = String(capital)
    kinds = [.capital]
  }
}
