/// How lines end in a text.
enum LineEndings {
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Whether there are lines and every one of them ends as on Windows.
  static func areWindows(_ text: [UInt8]) -> Bool {
    var hasLine = false
    for (index, byte) in text.enumerated() where byte == lineFeed {
      guard index > 0, text[index - 1] == carriageReturn else { return false }
      hasLine = true
    }
    return hasLine
  }

  /// Whether some lines end as on Windows, and others do not.
  static func areMixed(_ text: [UInt8]) -> Bool {
    let (windows, all) = count(text)
    return windows > 0 && windows < all
  }

  /// Whether more lines end as on Windows than do not.
  static func areMostlyWindows(_ text: [UInt8]) -> Bool {
    let (windows, all) = count(text)
    return windows * 2 > all
  }

  private static func count(_ text: [UInt8]) -> (windows: Int, all: Int) {
    var (windows, all) = (0, 0)
    for (index, byte) in text.enumerated() where byte == lineFeed {
      all += 1
      if index > 0, text[index - 1] == carriageReturn { windows += 1 }
    }
    return (windows, all)
  }

  /// The text with the line endings that everything generated has.
  static func unix(_ text: [UInt8]) -> [UInt8] {
    guard text.holds(carriageReturn) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for (index, byte) in text.enumerated() {
      let next = index + 1 < text.count ? text[index + 1] : nil
      if byte != carriageReturn || next != lineFeed { result.append(byte) }
    }
    return result
  }

  /// A text with the line endings that everything generated has, with those of Windows.
  static func windows(_ text: [UInt8]) -> [UInt8] {
    text.flatMap { $0 == lineFeed ? [carriageReturn, lineFeed] : [$0] }
  }

  /// The text with the line endings of another.
  static func of(_ model: [UInt8], on text: [UInt8]) -> [UInt8] {
    areWindows(model) && !text.contains(carriageReturn) ? windows(text) : text
  }

  /// The lines with a line feed after each, and neither space at their ends nor empty lines at the end of all.
  static func trimmed(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    let start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for line in text[start...].split(separator: lineFeed, omittingEmptySubsequences: false) {
      result += line.prefix((line.lastIndex { !isSpace($0) } ?? line.startIndex - 1) - line.startIndex + 1)
      result.append(lineFeed)
    }
    while result.last == lineFeed { result.removeLast() }
    result.append(lineFeed)
    return result
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == carriageReturn
  }
}
