/// A list within a document: the items of one kind, what tells them apart, and what stands between them.
struct ItemList {
  struct Entry {
    let key: String
    /// From the start tag to the end tag.
    let text: [UInt8]
    /// What stands between the item before and this one.
    let lead: [UInt8]
  }

  let entries: [Entry]
  /// From the start of the first item to the end of the last.
  let range: Range<Int>
  /// What stands before an item on a line of its own.
  let separator: [UInt8]

  /// `nil` where there are no items, where two have the same key, or where something else stands between them.
  init?(_ element: XMLOutline.Element, in outline: XMLOutline, _ item: ListRule.Item) {
    let found = element.children.drop { $0.name != item.name }.prefix { $0.name == item.name }
    guard let first = found.first, let last = found.last, found.count == element.children(item.name).count
    else { return nil }
    var entries: [Entry] = []
    var end = first.range.lowerBound
    for child in found {
      let lead = Array(outline.text[end..<child.range.lowerBound])
      entries.append(
        Entry(key: Self.key(child, item, outline), text: Array(outline.text[child.range]), lead: lead))
      end = child.range.upperBound
    }
    guard Set(entries.map(\.key)).count == entries.count else { return nil }
    self.entries = entries
    range = first.range.lowerBound..<last.range.upperBound
    let before = outline.text[..<range.lowerBound].reversed().prefix(while: XMLOutline.isSpace).reversed()
    let line = before.lastIndex(of: UInt8(ascii: "\n")).map { before[$0...] }
    separator = line.map(Array.init) ?? Array(before)
  }

  /// Whether a document repeats an item of one of its lists.
  static func repeatsItems(_ text: [UInt8], _ lists: DocumentLists) -> Bool {
    guard let outline = XMLOutline(text), let root = outline.root else { return false }
    return lists.rules(of: root.name).contains { rule in
      guard let element = outline.find(rule.container) else { return false }
      return repeatsItems(of: element, outline, rule.items)
    }
  }

  private static func repeatsItems(
    of element: XMLOutline.Element, _ outline: XMLOutline, _ items: [ListRule.Item]
  ) -> Bool {
    var keys: Set<String> = []
    for child in element.children {
      guard let item = items.first(where: { $0.name == child.name }) else { continue }
      if !keys.insert(key(child, item, outline)).inserted { return true }
      if repeatsItems(of: child, outline, item.inner) { return true }
    }
    return false
  }

  private static func key(
    _ element: XMLOutline.Element, _ item: ListRule.Item, _ outline: XMLOutline
  ) -> String {
    let parts =
      item.keys.isEmpty
      ? [outline.words(element)] : item.keys.map { element.children($0).first.map(outline.words) ?? "" }
    return ([item.name] + parts).joined(separator: "\u{0}")
  }
}
