extension String {
  /// The text as it is shown as a sentence of its own: with a capital, where it begins with a plain letter.
  package var asSentence: String {
    guard let first = utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return self }
    return prefix(1).uppercased() + dropFirst()
  }
}
