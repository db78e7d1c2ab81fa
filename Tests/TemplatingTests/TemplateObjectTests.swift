import Templating
import TestSupport
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

  /// Names that are each other's beginning, that part behind their eighth byte, or that are not ASCII.
  @Test func namesThatBeginAlikeAreToldApart() {
    var random = SplitMix64(seed: 31)
    let names = (0..<400).map { _ in
      String(
        (0..<Int.random(in: 0...12, using: &random)).map { _ in "aé".randomElement(using: &random) ?? "a" })
    }
    let (one, other) = (names.prefix(200), names.suffix(200))
    var object = TemplateObject(one.map { ($0, 1) })
    object.merge(TemplateObject(other.map { ($0, 2) }))
    let expected = Set(names).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(object.names == expected)
    for name in names { #expect(object[name] == (other.contains(name) ? 2 : 1)) }
    for name in names where !names.contains(name + "a") { #expect(object[name + "a"] == nil) }
  }
}
