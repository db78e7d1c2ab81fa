import TestSupport
import Testing

@Suite struct HouseRuleTests {
  @Test(arguments: ["fatalError(", "try!", "as! ", "as? any ", "Mirror(", ": Codable", "TODO", "FIXME"])
  func noSourceHas(_ words: String) throws {
    for source in try SwiftSource.all() {
      for (index, line) in source.lines.enumerated() {
        #expect(!line.contains(words), "\(source.path):\(index + 1): \(line)")
      }
    }
  }

  @Test func noFileIsLongerThanFourHundredLines() throws {
    for source in try SwiftSource.all() { #expect(source.lines.count <= 401, "\(source.path)") }
  }

  @Test func noModuleHasTheNameOfATypeThatItDeclares() throws {
    for source in try SwiftSource.all() {
      #expect(!source.types.contains(source.module), "\(source.path)")
    }
  }

  @Test func everyModuleHasTests() throws {
    let untested: Set = ["bascule", "CompileKnowledge", "EmbeddedKnowledge"]
    let tests = Set(Repository.paths(below: "Tests").map { $0.prefix { $0 != "/" } })
    for module in Set(try SwiftSource.all().map(\.module)).subtracting(untested).sorted() {
      #expect(tests.contains("\(module)Tests"), "there is no folder Tests/\(module)Tests")
    }
  }
}
