/// The marks that a merge leaves around lines that both sides changed.
package enum MergeMarkers {
  /// What the sides are called behind the marks.
  package static let names = (ours: "yours", base: "written last", theirs: "generated")

  /// Whether a text holds a whole set of marks that nobody resolved, or one of Bascule's own that was left over.
  package static func areIn(_ text: [UInt8]) -> Bool {
    var expected = [UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">")][...]
    var start = 0
    while start < text.count, let mark = expected.first {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      if isMarker(mark, text[start...]) { expected.removeFirst() }
      if own.contains(where: { isOwn($0, text[start..<end]) }) { return true }
      start = end + 1
    }
    return expected.isEmpty
  }

  private static let own = ["<<<<<<< \(names.ours)", ">>>>>>> \(names.theirs)"]

  private static func isOwn(_ mark: String, _ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: mark.utf8) && line.dropFirst(mark.utf8.count).allSatisfy { $0 == UInt8(ascii: "\r") }
  }

  private static func isMarker(_ mark: UInt8, _ line: ArraySlice<UInt8>) -> Bool {
    guard line.first == mark, line.prefix(width).count == width,
      line.prefix(width).allSatisfy({ $0 == mark })
    else { return false }
    let next = line.dropFirst(width).first
    // The marks of the sides are followed by the name of the side.
    return mark == UInt8(ascii: "=")
      ? next == nil || next == UInt8(ascii: "\n") || next == UInt8(ascii: "\r")
      : next == UInt8(ascii: " ")
  }

  private static let width = 7
}
