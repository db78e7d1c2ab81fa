/// The place of an element in its list, which the element knows under four names unless it has members of these.
package struct ListPlace: Sendable {
  /// From 0.
  package let index: Int
  /// How many elements the list has.
  package let count: Int

  package init(index: Int, of count: Int) {
    self.index = index
    self.count = count
  }

  /// What an element can be asked for, sorted.
  static let names = ["first", "index", "last", "number"]

  subscript(name: NameBytes) -> TemplateValue? {
    switch name.bytes.count {
    case 4 where name.bytes.elementsEqual("last".utf8): .bool(isLast)
    case 5 where name.bytes.elementsEqual("first".utf8): .bool(isFirst)
    case 5 where name.bytes.elementsEqual("index".utf8): .integer(index)
    case 6 where name.bytes.elementsEqual("number".utf8): .integer(number)
    default: nil
    }
  }

  private var isFirst: Bool { index == 0 }
  private var isLast: Bool { index == count - 1 }
  private var number: Int { index + 1 }
}
