import Requirements

/// One column of the compiled table: a requirement, or one test of a list, cut into the cells that
/// the clauses tell apart.
struct Column: Sendable {
  let requirement: Int
  let cells: Cells
  /// The index of the column's first cell among the cells of all columns.
  let firstCell: Int

  /// How an answer falls into a cell.
  enum Cells: Sendable {
    case choices(count: Int)
    case boolean
    /// Ascending; a value lies in the cell with the index of how many cuts are at most the value.
    case cuts([Int])
    /// One test of a list: the second cell where it holds.
    case test(Acceptance)
  }

  var cellCount: Int {
    switch cells {
    case .choices(let count): count
    case .boolean, .test: 2
    case .cuts(let cuts): cuts.count + 1
    }
  }

  /// The cell of an answer among the cells of all columns.
  @inline(__always)
  func cell(of answer: Answer) -> Int {
    switch (cells, answer) {
    case (.choices, .choice(let index)): firstCell + index
    case (.boolean, .boolean(let value)): firstCell + (value ? 1 : 0)
    case (.cuts(let cuts), .quantity(let value)): firstCell + Self.cell(of: value, cuts: cuts)
    case (.test(let acceptance), let answer): firstCell + (acceptance.holds(for: answer) ? 1 : 0)
    default: preconditionFailure("an answer of another type than its requirement was read")
    }
  }

  @inline(__always)
  private static func cell(of value: Int, cuts: [Int]) -> Int {
    var cell = 0
    while cell < cuts.count, cuts[cell] <= value { cell += 1 }
    return cell
  }

  func isTested(by test: RequirementTest) -> Bool {
    guard test.requirement == requirement else { return false }
    if case .test(let acceptance) = cells { return acceptance == test.accepts }
    return true
  }

  /// The cells, among those of all columns, whose answers a test of this column does not accept.
  func cells(rejectedBy acceptance: Acceptance) -> [Int] {
    guard let samples else { return [firstCell] }
    return samples.indices.filter { !acceptance.holds(for: samples[$0]) }.map { firstCell + $0 }
  }

  /// An answer that stands for each cell; `nil` for a test of a list, whose first cell objects to it.
  private var samples: [Answer]? {
    switch cells {
    case .choices(let count): (0..<count).map(Answer.choice)
    case .boolean: [.boolean(false), .boolean(true)]
    case .cuts(let cuts): [.quantity(max(0, (cuts.first ?? 1) - 1))] + cuts.map(Answer.quantity)
    case .test: nil
    }
  }
}

extension Acceptance {
  /// Where it cuts a quantity in two; empty for what tests no quantity.
  var cuts: [Int] {
    guard case .quantity(let range) = self else { return [] }
    return (range.lowerBound > 0 ? [range.lowerBound] : [])
      + (range.upperBound < .max ? [range.upperBound + 1] : [])
  }
}
