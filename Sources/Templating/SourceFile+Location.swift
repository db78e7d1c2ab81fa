import Diagnostics

extension SourceFile {
  /// The lines and columns of a stretch of bytes.
  func location(of bytes: Range<Int>) -> SourceLocation {
    let start = position(of: bytes.lowerBound, from: SourcePosition(line: 1, column: 1), at: 0)
    let end = position(of: bytes.upperBound, from: start, at: bytes.lowerBound)
    return SourceLocation(file: self, range: SourceRange(start: start, end: end))
  }

  private func position(of offset: Int, from known: SourcePosition, at knownOffset: Int) -> SourcePosition {
    var (line, column) = (known.line, known.column)
    for byte in contents[knownOffset..<min(offset, contents.count)] {
      if byte == UInt8(ascii: "\n") {
        (line, column) = (line + 1, 1)
      } else if byte & 0b1100_0000 != 0b1000_0000 {
        column += 1
      }
    }
    return SourcePosition(line: line, column: column)
  }
}
