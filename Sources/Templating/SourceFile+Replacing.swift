import Diagnostics

extension SourceFile {
  /// The fix that puts a text in the place of some bytes.
  func replacing(_ bytes: Range<Int>, with text: String) -> [Diagnostic.Fix] {
    let edit = Diagnostic.Edit(location(ofBytes: bytes), replacement: text)
    return [Diagnostic.Fix("Did you mean '\(text)'?", edits: [edit])]
  }

  /// The fix that changes one part of a dotted name.
  func replacing(
    part index: Int, of parts: [String], with replacement: String, at bytes: Range<Int>
  ) -> [Diagnostic.Fix] {
    var parts = parts
    parts[index] = replacement
    return replacing(bytes, with: parts.joined(separator: "."))
  }
}
