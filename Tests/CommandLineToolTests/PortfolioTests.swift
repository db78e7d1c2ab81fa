import Foundation
import TestSupport
import Testing

/// Many profiles in one command are read by all processors.
@Suite struct PortfolioTests {
  private static let count = 300

  private static func example() throws -> String {
    try String(contentsOf: Repository.url(of: "examples/opportunity-to-order.yaml"), encoding: .utf8)
  }

  /// Every seventh profile has mistakes, every hundredth is no YAML, and one cannot be read.
  private func portfolio() throws -> Scratch {
    let scratch = try Scratch()
    let good = try Self.example()
    for number in 0..<Self.count {
      var text = good.replacing("id: opportunity-to-order", with: "id: profile-\(number)")
      if number % 7 == 3 { text = text.replacing("human-waits:", with: "human-wait:") }
      if number % 100 == 50 { text += "\n  - ]" }
      try scratch.write("portfolio/\(number % 5)/profile-\(number).yaml", text)
    }
    return scratch
  }

  @Test func theyAreReportedAsOneAfterTheOther() throws {
    let scratch = try portfolio()
    let all = try Run("check", "portfolio").in(scratch)
    all.exits(2)
    // One processor takes the files in their order.
    let one = try Run("check", "portfolio").shell(before: "taskset 1").in(scratch)
    #expect(one.errors == all.errors)
    let alone = try Run("check", "portfolio/3/profile-3.yaml").in(scratch)
    alone.exits(2)
    #expect(all.errors.contains(alone.errors))
    let wrong = (0..<Self.count).count { $0 % 7 == 3 || $0 % 100 == 50 }
    #expect(all.errors.hasSuffix("\n\(wrong) findings\n"))
  }

  @Test func anIDThatIsThereTwiceIsFound() throws {
    let scratch = try Scratch()
    let good = try Self.example()
    for number in 0..<Self.count {
      let id = number == 290 ? 10 : number
      let text = good.replacing("id: opportunity-to-order", with: "id: p-\(id)")
      try scratch.write("profile-\(number).yaml", text)
    }
    let outcome = try Run("check", ".").in(scratch)
    outcome.exits(2)
    #expect(outcome.errors.contains("Two profiles have the id 'p-10'"))
  }

  @Test func nothingIsSaidOfTheWayWithoutATerminal() throws {
    let outcome = try Run("check", "portfolio").in(try portfolio())
    #expect(!outcome.errors.contains("\r"))
  }
}
