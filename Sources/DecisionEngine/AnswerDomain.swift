import CatalogModel
package import Requirements

/// The answers to one requirement that the catalog tells apart, each by an answer that stands for it.
package struct AnswerDomain: Sendable {
  package let cells: [Cell]
  /// Where the cells of a quantity begin, but for the first.
  let cuts: [Int]

  /// Answers between which no condition of the catalog distinguishes.
  package struct Cell: Sendable, Hashable {
    package let sample: Answer
    /// The least answer and the first beyond it, of a quantity.
    let bounds: Range<Int>?
    /// Put into words when somebody asks: far more cells are tried than are shown.
    private let words: Deferred<String>

    package init(sample: Answer, text: @escaping @Sendable () -> String) {
      self.init(sample: sample, bounds: nil, text: text)
    }

    init(sample: Answer, bounds: Range<Int>?, text: @escaping @Sendable () -> String) {
      self.sample = sample
      self.bounds = bounds
      words = Deferred(text)
    }

    /// The answers in words, such as `above 5s up to 2m`.
    package var text: String { words.value }
  }
}

extension DecisionTable {
  /// The domain of every requirement, by its index; empty where no condition asks for it.
  package var domains: [AnswerDomain] {
    cuts.enumerated().map { number, cuts in
      cuts.map { domain(of: number, cuts: $0) } ?? AnswerDomain(cells: [], cuts: [])
    }
  }

  /// - Parameter cuts: ascending.
  func domain(of number: Int, cuts: [Int]) -> AnswerDomain {
    AnswerDomain(cells: cells(of: number, cuts: cuts), cuts: cuts)
  }

  private func cells(of number: Int, cuts: [Int]) -> [AnswerDomain.Cell] {
    let vocabulary = catalog.vocabulary
    func cell(_ answer: Answer) -> AnswerDomain.Cell {
      AnswerDomain.Cell(sample: answer) { vocabulary.render(answer, of: number) }
    }
    switch vocabulary[number].type {
    case .enumeration(let words): return words.indices.map { cell(.choice($0)) }
    case .boolean: return [cell(.boolean(true)), cell(.boolean(false))]
    case .list(let words):
      let single = words.enumerated().map { index, word in
        AnswerDomain.Cell(sample: .choices(1 << UInt64(index))) { word }
      }
      return [AnswerDomain.Cell(sample: .choices(0)) { "none of them" }] + single
    case .count, .duration, .size: return ranges(of: number, cuts: cuts)
    case .text: return []
    }
  }

  private func ranges(of number: Int, cuts: [Int]) -> [AnswerDomain.Cell] {
    let bounds = [0] + cuts + [Int.max]
    return zip(bounds, bounds.dropFirst()).map { lower, upper in
      let sample = upper == .max ? lower : upper - 1
      return cell(.quantity(sample), lower..<upper, number)
    }
  }

  private func cell(_ sample: Answer, _ bounds: Range<Int>, _ number: Int) -> AnswerDomain.Cell {
    let text = RangeText(vocabulary: catalog.vocabulary, requirement: number)
    return AnswerDomain.Cell(sample: sample, bounds: bounds) { text.text(of: bounds) }
  }

  /// Two neighbouring cells of a quantity as one; `nil` where they are none.
  package func union(
    _ lower: AnswerDomain.Cell, _ upper: AnswerDomain.Cell, of number: Int
  ) -> AnswerDomain.Cell? {
    guard let first = lower.bounds, let second = upper.bounds, first.upperBound == second.lowerBound else {
      return nil
    }
    return cell(lower.sample, first.lowerBound..<second.upperBound, number)
  }
}

/// Puts stretches of a quantity into words.
private struct RangeText: Sendable {
  let vocabulary: Vocabulary
  let requirement: Int

  func text(of bounds: Range<Int>) -> String {
    let lower = bounds.lowerBound == 0 ? nil : atLeast(bounds.lowerBound)
    let upper = bounds.upperBound == .max ? nil : below(bounds.upperBound)
    let words = [lower, upper].compactMap { $0 }
    return words.isEmpty ? "any" : words.joined(separator: " ")
  }

  /// `above 5s` reads better than `from 5001ms`, and `above 2,000` than `from 2,001`.
  private func atLeast(_ cut: Int) -> String {
    let (own, before) = (render(cut), render(cut - 1))
    return Self.isRounder(before, own) ? "above \(before)" : "from \(own)"
  }

  private func below(_ cut: Int) -> String {
    let (own, before) = (render(cut), render(cut - 1))
    return Self.isRounder(before, own) ? "up to \(before)" : "below \(own)"
  }

  /// By the digits that are left without the zeros at the end.
  private static func isRounder(_ text: String, _ other: String) -> Bool {
    significantDigits(text) < significantDigits(other)
  }

  private static func significantDigits(_ text: String) -> Int {
    var (digits, count) = (0, 0)
    for byte in text.utf8 where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      digits += 1
      if byte != UInt8(ascii: "0") { count = digits }
    }
    return count
  }

  private func render(_ value: Int) -> String { vocabulary.render(.quantity(value), of: requirement) }
}
