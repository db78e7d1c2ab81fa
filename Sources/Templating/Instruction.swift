/// One step of a parsed template; a section's body is the steps between it and its `end`.
enum Instruction: Sendable {
  /// A stretch of the template's bytes.
  case text(Range<Int>)
  case variable(tag: Int, isEscaped: Bool)
  case section(tag: Int, end: Int)
  case inverted(tag: Int, end: Int)
  case escaping([Escaping], end: Int)
  /// The indentation is what stands before a partial that has its line to itself; otherwise `nil`.
  case partial(tag: Int, indentation: Range<Int>?)
}
