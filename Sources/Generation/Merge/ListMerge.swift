/// Merges the lists of a document as sets, whatever their order.
enum ListMerge {
  /// The three versions, each with the merged lists in place of its own, so that lines merge what is
  /// left; `nil` where there is no list to merge.
  static func settingLists(of merge: LineMerge, _ lists: DocumentLists) -> LineMerge? {
    guard let base = XMLOutline(merge.base), let ours = XMLOutline(merge.ours),
      let theirs = XMLOutline(merge.theirs), let name = ours.root?.name
    else { return nil }
    let sides = Sides(base: base, ours: ours, theirs: theirs)
    let found = lists.rules(of: name).flatMap { rule in
      rule.items.compactMap { sides.merged($0, in: rule.container) }
    }
    return found.isEmpty ? nil : sides.setting(found)
  }
}

/// What was written last, what the team made of it, and what is generated now.
private struct Sides {
  /// `nil` where nothing was written.
  let base: XMLOutline?
  let ours, theirs: XMLOutline

  /// A merged list, and where each side has its own.
  struct MergedList {
    let text: [UInt8]
    /// `nil` where the list was empty.
    let base: Range<Int>?
    let ours, theirs: Range<Int>
  }

  /// The items of a kind in one element of the document; `nil` where a side has no such list, or both changed an item
  /// in different ways.
  func merged(_ item: ListRule.Item, in container: [String]) -> MergedList? {
    guard let own = list(item, container, in: ours), let new = list(item, container, in: theirs) else {
      return nil
    }
    let old = base.flatMap { list(item, container, in: $0) }
    // What both sides put into a list that was empty has nothing in common that one of them could have removed.
    guard old != nil || base.map({ isEmpty(item, container, in: $0) }) ?? true,
      let text = ItemMerge(item: item, base: old?.entries ?? [], ours: own, theirs: new).text
    else { return nil }
    return MergedList(text: text, base: old?.range, ours: own.range, theirs: new.range)
  }

  func setting(_ lists: [MergedList]) -> LineMerge {
    LineMerge(
      base: replacing(lists.compactMap { list in list.base.map { ($0, list.text) } }, in: base?.text ?? []),
      ours: replacing(lists.map { ($0.ours, $0.text) }, in: ours.text),
      theirs: replacing(lists.map { ($0.theirs, $0.text) }, in: theirs.text))
  }

  private func list(_ item: ListRule.Item, _ container: [String], in outline: XMLOutline) -> ItemList? {
    outline.find(container).flatMap { ItemList($0, in: outline, item) }
  }

  /// Whether the element that would hold the items is there, and holds none.
  private func isEmpty(_ item: ListRule.Item, _ container: [String], in outline: XMLOutline) -> Bool {
    outline.find(container).map { $0.children(item.name).isEmpty } ?? false
  }

  private func replacing(_ texts: [(range: Range<Int>, text: [UInt8])], in text: [UInt8]) -> [UInt8] {
    var result = text
    for (range, text) in texts.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      result.replaceSubrange(range, with: text)
    }
    return result
  }
}

/// Merges the items of one list.
private struct ItemMerge {
  let item: ListRule.Item
  let base: [ItemList.Entry]
  let ours, theirs: ItemList

  private enum Merged {
    case item([UInt8])
    case removed, conflict
  }

  /// The text of the merged list; `nil` where both sides changed one item in different ways.
  var text: [UInt8]? {
    let old = Dictionary(uniqueKeysWithValues: base.map { ($0.key, $0) })
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
        result.append(ItemList.Entry(key: entry.key, text: text, lead: entry.lead))
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
      result.insert(ItemList.Entry(key: entry.key, text: entry.text, lead: ours.separator), at: place)
    }
    return joined(result)
  }

  private func joined(_ entries: [ItemList.Entry]) -> [UInt8] {
    entries.enumerated().flatMap { index, entry -> [UInt8] in
      // A comment before an item that has become the first stays with it.
      if index == 0 { return entry.lead.drop(while: XMLOutline.isSpace) + entry.text }
      return (entry.lead.isEmpty ? ours.separator : entry.lead) + entry.text
    }
  }

  private func merged(
    _ ours: ItemList.Entry, base: ItemList.Entry?, theirs: ItemList.Entry?
  ) -> Merged {
    guard let theirs else {
      guard let base else { return .item(ours.text) }
      return squeezed(ours.text) == squeezed(base.text) ? .removed : .conflict
    }
    return choice(base: base?.text, ours: ours.text, theirs: theirs.text)
      ?? mergedWithin(base: base?.text, ours: ours.text, theirs: theirs.text) ?? .conflict
  }

  /// The side that means something new; `nil` where both do.
  private func choice(base: [UInt8]?, ours: [UInt8], theirs: [UInt8]) -> Merged? {
    let (own, new, old) = (squeezed(ours), squeezed(theirs), base.map(squeezed))
    if own == new || new == old { return .item(ours) }
    return own == old ? .item(theirs) : nil
  }

  /// An item that is a list itself.
  private func mergedWithin(base: [UInt8]?, ours: [UInt8], theirs: [UInt8]) -> Merged? {
    guard let own = XMLOutline(ours), let new = XMLOutline(theirs) else { return nil }
    let sides = Sides(base: base.flatMap(XMLOutline.init), ours: own, theirs: new)
    let lists = item.inner.compactMap { sides.merged($0, in: [item.name]) }
    guard !lists.isEmpty else { return nil }
    let rest = sides.setting(lists)
    return choice(base: base.map { _ in rest.base }, ours: rest.ours, theirs: rest.theirs)
  }

  /// A text without the white space around tags.
  private func squeezed(_ text: [UInt8]) -> [UInt8] {
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
