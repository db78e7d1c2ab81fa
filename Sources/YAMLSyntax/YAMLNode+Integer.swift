extension YAMLNode {
  /// The whole number that a scalar stands for, however it is spelt: `400`, `4.0e2`, and `20_000` with
  /// or without quotes, because other readers take that one for text; `nil` for everything else.
  package var integer: Int? {
    switch coreValue {
    case .integer(let number): number
    case .decimal(let text): Double(text).flatMap { Int(exactly: $0) }
    case .string(let text): isSeparated ? Int(text.filter { $0 != "_" }) : nil
    case .null, .bool, nil: nil
    }
  }

  private var isSeparated: Bool { withText { YAMLSpelling.isSeparatedInteger($0) } == true }
}
