import Templating
import Testing

@Suite struct TemplateObjectTests {
  @Test func findsWhatWasSetAndListsItSorted() {
    var object = TemplateObject()
    let names = (0..<200).map { "name-\(($0 * 37) % 200)" }
    for (index, name) in names.enumerated() { object[name] = .integer(index) }
    for (index, name) in names.enumerated() { #expect(object[name] == .integer(index)) }
    #expect(object.names == names.sorted())
    #expect(object["name-200"] == nil)
    #expect(object[""] == nil)
  }

  @Test func theLastOfSeveralValuesIsKept() {
    let object = TemplateObject([("a", 1), ("b", 2), ("a", 3)])
    #expect(object["a"] == 3)
    #expect(object.names == ["a", "b"])
  }

  @Test func aRemovedNameIsAbsentAndANullOneIsNot() {
    var object: TemplateObject = ["a": nil, "b": 1]
    #expect(object["a"] == .some(.null))
    object["b"] = Optional<TemplateValue>.none
    #expect(object.names == ["a"])
  }
}
