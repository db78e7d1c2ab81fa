/// A place between two characters of a text.
package struct SourcePosition: Sendable, Hashable, Comparable {
  /// From 1.
  package let line: Int
  /// From 1, counted in Unicode scalars.
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A stretch of a text; `end` is the first position after it.
package struct SourceRange: Sendable, Hashable {
  package let start: SourcePosition
  package let end: SourcePosition

  package init(start: SourcePosition, end: SourcePosition) {
    self.start = start
    self.end = max(start, end)
  }

  /// A range on one line.
  package init(line: Int, columns: Range<Int>) {
    self.init(
      start: SourcePosition(line: line, column: columns.lowerBound),
      end: SourcePosition(line: line, column: columns.upperBound))
  }
}

/// A range together with the file that it lies in.
package struct SourceLocation: Sendable, Hashable {
  package let file: SourceFile
  package let range: SourceRange

  package init(file: SourceFile, range: SourceRange) {
    self.file = file
    self.range = range
  }
}
