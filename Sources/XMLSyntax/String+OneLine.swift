extension String {
  /// A message of libxml2, which may have line breaks in it and at its end, and a full stop.
  var onOneLine: String {
    var text = split { $0.isNewline }.joined(separator: " ")[...]
    while text.last == " " || text.last == "." { text.removeLast() }
    return String(text)
  }
}
