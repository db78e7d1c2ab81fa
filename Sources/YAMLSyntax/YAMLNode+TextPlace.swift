package import Diagnostics

extension YAMLNode {
  /// Where a stretch of the scalar's text stands in the file, given in bytes of the text's UTF-8; the place
  /// of the whole scalar where its writing hides that, as escapes do.
  package func location(ofText range: Range<Int>) -> SourceLocation {
    guard let text, let offsets = sourceOffsets(of: Array(text.utf8)) else { return location }
    guard range.lowerBound >= 0, range.upperBound < offsets.count else { return location }
    let start = offsets[range.lowerBound]
    let end = range.isEmpty ? start : offsets[range.upperBound - 1] + 1
    return tree.file.location(ofBytes: start..<end)
  }

  /// For every byte of the text, and for its end, the byte of the file that it comes from.
  private func sourceOffsets(of text: [UInt8]) -> [Int]? {
    let source = tree.file.contents
    guard var place = firstByte else { return nil }
    var offsets: [Int] = []
    for byte in text {
      if !Self.isBlank(byte) {
        while place < source.count, Self.isBlank(source[place]) { place += 1 }
        guard place < source.count, source[place] == byte else { return nil }
      }
      offsets.append(min(place, source.count))
      place += 1
    }
    return offsets + [(offsets.last ?? place - 1) + 1]
  }

  /// The first byte of the writing that belongs to the text.
  private var firstByte: Int? {
    let source = tree.file.contents
    guard let start = tree.file.byte(at: location.range.start) else { return nil }
    switch style {
    case .plain, .block, .flow: return start
    case .singleQuoted, .doubleQuoted: return start + 1
    case .literal, .folded:
      return source[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      || byte == UInt8(ascii: "\t")
  }
}

extension SourceFile {
  /// The byte at a position; `nil` beyond the text.
  fileprivate func byte(at position: SourcePosition) -> Int? {
    var start = contents.startIndex
    for _ in 1..<max(position.line, 1) {
      guard let lineFeed = contents[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      start = lineFeed + 1
    }
    let line = String(decoding: contents[start...].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    let before = line.unicodeScalars.prefix(position.column - 1)
    return start + String(String.UnicodeScalarView(before)).utf8.count
  }
}
