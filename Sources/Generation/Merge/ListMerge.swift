/// Merges the lists of a document as sets, whatever their order.
enum ListMerge {
  /// The three versions, each with the merged lists in place of its own, so that lines merge what is
  /// left; `nil` where there is no list to merge.
  static func settingLists(of merge: LineMerge) -> LineMerge? {
    guard let base = XMLOutline(merge.base), let ours = XMLOutline(merge.ours),
      let theirs = XMLOutline(merge.theirs), let name = ours.root?.name
    else { return nil }
    let replacements = ListRule.rules(of: name).compactMap { rule -> Replacement? in
      guard let ours = list(rule, in: ours), let theirs = list(rule, in: theirs) else { return nil }
      let known = list(rule, in: base)
      // What both sides put into a list that was empty has nothing in common that one of them could have removed.
      guard known != nil || isEmpty(rule, in: base),
        let text = merged(known ?? ItemList(entries: [], like: ours), ours, theirs)
      else { return nil }
      return Replacement(base: known?.range, ours: ours.range, theirs: theirs.range, text: text)
    }
    guard !replacements.isEmpty else { return nil }
    return LineMerge(
      base: replacing(replacements.compactMap { known in known.base.map { ($0, known.text) } }, in: merge.base),
      ours: replacing(replacements.map { ($0.ours, $0.text) }, in: merge.ours),
      theirs: replacing(replacements.map { ($0.theirs, $0.text) }, in: merge.theirs))
  }

  private struct Replacement {
    /// `nil` where the list was empty.
    let base: Range<Int>?
    let ours, theirs: Range<Int>
    let text: [UInt8]
  }

  private static func list(_ rule: ListRule, in outline: XMLOutline) -> ItemList? {
    outline.find(rule.container).flatMap { ItemList($0, in: outline, rule.items) }
  }

  /// Whether a document has the list of a rule, and nothing in it.
  private static func isEmpty(_ rule: ListRule, in outline: XMLOutline) -> Bool {
    guard let element = outline.find(rule.container) else { return false }
    return element.children.allSatisfy { child in !rule.items.contains { $0.name == child.name } }
  }

  private static func replacing(_ texts: [(range: Range<Int>, text: [UInt8])], in text: [UInt8]) -> [UInt8] {
    var result = text
    for (range, text) in texts.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      result.replaceSubrange(range, with: text)
    }
    return result
  }

  /// The text of the merged list; `nil` where both sides changed one item in different ways.
  private static func merged(_ base: ItemList, _ ours: ItemList, _ theirs: ItemList) -> [UInt8]? {
    let old = Dictionary(uniqueKeysWithValues: base.entries.map { ($0.key, $0) })
    let new = Dictionary(uniqueKeysWithValues: theirs.entries.map { ($0.key, $0) })
    let kept = Set(ours.entries.map(\.key))
    var result: [ItemList.Entry] = []
    for entry in ours.entries {
      switch merged(entry, base: old[entry.key], theirs: new[entry.key]) {
      case .conflict: return nil
      case .removed:
        // A comment before the item would go with it.
        guard entry.lead.allSatisfy(XMLOutline.isSpace) else { return nil }
      case .item(let text):
        result.append(ItemList.Entry(key: entry.key, text: text, lead: entry.lead, item: entry.item))
      }
    }
    for (index, entry) in theirs.entries.enumerated() where !kept.contains(entry.key) {
      if let known = old[entry.key] {
        // Removed by the team; that the template changed it at the same time is for a person to see.
        guard squeezed(known.text) == squeezed(entry.text) else { return nil }
        continue
      }
      let before = Set(theirs.entries[..<index].map(\.key))
      let place = (result.lastIndex { before.contains($0.key) } ?? -1) + 1
      result.insert(
        ItemList.Entry(key: entry.key, text: entry.text, lead: ours.separator, item: entry.item), at: place)
    }
    return joined(result, separator: ours.separator)
  }

  private static func joined(_ entries: [ItemList.Entry], separator: [UInt8]) -> [UInt8] {
    entries.enumerated().flatMap { index, entry -> [UInt8] in
      if index == 0 { return entry.text }
      return (entry.lead.isEmpty ? separator : entry.lead) + entry.text
    }
  }

  private enum Merged {
    case item([UInt8])
    case removed, conflict
  }

  private static func merged(
    _ ours: ItemList.Entry, base: ItemList.Entry?, theirs: ItemList.Entry?
  ) -> Merged {
    let text = squeezed(ours.text)
    guard let theirs else {
      guard let base else { return .item(ours.text) }
      return text == squeezed(base.text) ? .removed : .conflict
    }
    let new = squeezed(theirs.text)
    if text == new { return .item(ours.text) }
    guard let base else { return mergedWithin(ours, [], theirs) }
    let old = squeezed(base.text)
    if text == old { return .item(theirs.text) }
    if new == old { return .item(ours.text) }
    return mergedWithin(ours, base.text, theirs)
  }

  /// An item that is a list itself.
  private static func mergedWithin(
    _ ours: ItemList.Entry, _ base: [UInt8], _ theirs: ItemList.Entry
  ) -> Merged {
    guard !ours.item.inner.isEmpty, let own = inner(ours), let new = inner(theirs) else { return .conflict }
    let known = XMLOutline(base).flatMap { outline in
      outline.root.flatMap { ItemList($0, in: outline, ours.item.inner) }
    }
    // What both sides added has nothing in common that one of them could have removed.
    guard let text = merged(known ?? ItemList(entries: [], like: own), own, new) else { return .conflict }
    var whole = ours.text
    whole.replaceSubrange(own.range, with: text)
    return .item(whole)

    func inner(_ entry: ItemList.Entry) -> ItemList? {
      guard let outline = XMLOutline(entry.text), let root = outline.root else { return nil }
      return ItemList(root, in: outline, entry.item.inner)
    }
  }

  /// A text without the white space around tags.
  private static func squeezed(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var isAfterTag = true
    for byte in text {
      if isAfterTag, XMLOutline.isSpace(byte) { continue }
      if byte == UInt8(ascii: "<") {
        while result.last.map(XMLOutline.isSpace) == true { result.removeLast() }
      }
      result.append(byte)
      isAfterTag = byte == UInt8(ascii: ">")
    }
    return result
  }
}

extension ItemList {
  fileprivate init(entries: [Entry], like other: ItemList) {
    self.entries = entries
    range = other.range
    separator = other.separator
  }
}
