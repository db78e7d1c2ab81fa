/// A text that was read, under the name by which its reader knows it.
package struct SourceFile: Sendable, Hashable {
  /// The path as it is shown to a person; never made absolute.
  package let name: String
  /// The bytes as they were read, before any check of their encoding.
  package let contents: [UInt8]

  package init(name: String, contents: [UInt8]) {
    self.name = name
    self.contents = contents
  }

  package init(name: String, text: String) {
    self.init(name: name, contents: Array(text.utf8))
  }

  /// The name and the length are enough for a hash; a file is hashed with each of its diagnostics.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(contents.count)
  }

  /// The line with the given number (from 1) without its line break, repaired where it is not UTF-8;
  /// `nil` beyond the last line.
  package func line(_ number: Int) -> String? {
    guard number >= 1 else { return nil }
    var current = 1
    var start = contents.startIndex
    while current < number {
      guard let lineFeed = contents[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      start = contents.index(after: lineFeed)
      current += 1
    }
    guard start < contents.endIndex || number == 1 else { return nil }
    var end = contents[start...].firstIndex(of: UInt8(ascii: "\n")) ?? contents.endIndex
    if end > start, contents[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return String(decoding: contents[start..<end], as: UTF8.self)
  }
}
