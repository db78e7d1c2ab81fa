extension SourceFile {
  /// The first mark that a version control system leaves where both sides of a merge changed a text.
  package var conflictMarker: SourceLocation? {
    var number = 1
    for line in contents.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.starts(with: "<<<<<<< ".utf8) {
        return SourceLocation(file: self, range: SourceRange(line: number, columns: 1..<8))
      }
      number += 1
    }
    return nil
  }
}
