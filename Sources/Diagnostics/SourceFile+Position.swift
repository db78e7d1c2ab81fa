extension SourceFile {
  /// The position of the byte at `offset`; bytes that are not UTF-8 count as one character each.
  ///
  /// Meant for the moment of a finding: it reads the text from its start.
  package func position(ofByte offset: Int) -> SourcePosition {
    let end = min(max(offset, 0), contents.count)
    var line = 1
    var start = contents.startIndex
    for index in 0..<end where contents[index] == UInt8(ascii: "\n") {
      line += 1
      start = index + 1
    }
    let before = String(decoding: contents[start..<end], as: UTF8.self)
    return SourcePosition(line: line, column: before.unicodeScalars.count + 1)
  }

  /// The stretch of text between two byte offsets.
  package func location(ofBytes range: Range<Int>) -> SourceLocation {
    SourceLocation(
      file: self,
      range: SourceRange(start: position(ofByte: range.lowerBound), end: position(ofByte: range.upperBound)))
  }
}
