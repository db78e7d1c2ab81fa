package import Diagnostics

/// Where the answers of a profile stand, by the index of their requirement.
package struct AnswerPlaces: Sendable {
  private let file: SourceFile
  /// For each requirement the place in the file.
  private var ranges: [SourceRange?]
  /// Places of answers that something else than the file gives.
  private var elsewhere: [Int: SourceLocation] = [:]

  package init(in file: SourceFile, count: Int) {
    self.file = file
    ranges = Array(repeating: nil, count: count)
  }

  /// Notes the place of an answer in the file.
  mutating func note(_ range: SourceRange, of index: Int) { ranges[index] = range }

  /// `nil` for an answer that stands nowhere.
  package subscript(index: Int) -> SourceLocation? {
    get { elsewhere[index] ?? ranges[index].map { SourceLocation(file: file, range: $0) } }
    set {
      elsewhere[index] = newValue
      if newValue == nil { ranges[index] = nil }
    }
  }
}
