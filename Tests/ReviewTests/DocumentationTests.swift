import Diagnostics
import TestSupport
import Testing

@testable import Review

@Suite struct DocumentationTests {
  @Test func thePageListsEveryRuleWithItsTitle() throws {
    let text = String(decoding: try Repository.file("docs/review.md").contents, as: UTF8.self)
    let rows = text.split(separator: "\n").compactMap { line -> [Substring]? in
      guard line.hasPrefix("| `"), line.contains("/") else { return nil }
      let cells = line.split(separator: "|").map { $0.trimmingSpaces }
      return cells.count == 3 && cells[0].contains("/") ? [cells[0], cells[2]] : nil
    }
    #expect(rows == ReviewRule.all.map { ["`\($0.id)`", Substring($0.title)] })
  }

  @Test(arguments: ReviewFormat.allCases) func thePageKnowsEveryFormat(_ format: ReviewFormat) throws {
    let text = String(decoding: try Repository.file("docs/review.md").contents, as: UTF8.self)
    #expect(text.contains("`\(format.rawValue)`"))
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
