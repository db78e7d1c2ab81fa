/// The lines in the front matter of a decision record that say which record takes the place of which.
package enum DecisionStatus {
  /// The record without the line of its status, which changes when the record is accepted or superseded.
  package static func removed(from contents: [UInt8]) -> [UInt8] {
    guard let line = statusLine(in: contents) else { return contents }
    var text = contents
    text.removeSubrange(line)
    return text
  }

  /// The record with the status that MADR gives a superseded one; `nil` where it states no status.
  static func superseding(_ contents: [UInt8], by successor: RelativePath) -> [UInt8]? {
    guard let line = statusLine(in: contents) else { return nil }
    var text = contents
    text.replaceSubrange(line, with: Array("status: \"superseded by \(name(of: successor))\"".utf8))
    return text
  }

  /// The record with a line that names the one which it takes the place of.
  static func succeeding(_ contents: [UInt8], _ predecessor: RelativePath) -> [UInt8] {
    guard let line = statusLine(in: contents) else { return contents }
    var text = contents
    text.insert(
      contentsOf: Array("\nsupersedes: \"\(name(of: predecessor))\"".utf8), at: line.upperBound)
    return text
  }

  private static func name(of path: RelativePath) -> String {
    RecordName.number(of: path.name).map { "ADR-" + RecordName.digits($0) } ?? path.name
  }

  /// The bytes of the line in the front matter, without its end.
  private static func statusLine(in contents: [UInt8]) -> Range<Int>? {
    var start = 0
    var isWithin = false
    while start < contents.count {
      let feed = contents[start...].firstIndex(of: UInt8(ascii: "\n")) ?? contents.count
      let end = feed > start && contents[feed - 1] == UInt8(ascii: "\r") ? feed - 1 : feed
      let line = contents[start..<end]
      if line.elementsEqual("---".utf8) {
        if isWithin { return nil }
        isWithin = true
      } else if !isWithin {
        return nil
      } else if line.starts(with: "status:".utf8) {
        return start..<end
      }
      start = feed + 1
    }
    return nil
  }
}
