/// Where the elements of a well-formed document lie in its text, so that parts of it can be replaced.
struct XMLOutline {
  /// An element and what is in it.
  struct Element {
    /// Without a prefix.
    let name: String
    /// From the start tag to the end tag.
    var range: Range<Int>
    /// Between the tags.
    var content: Range<Int>
    var children: [Element] = []

    func children(_ name: String) -> [Element] { children.filter { $0.name == name } }
  }

  let text: [UInt8]
  private(set) var root: Element?
  private var open: [Element] = []

  /// `nil` where the text is no XML, or has a document type declaration.
  init?(_ text: [UInt8]) {
    self.text = text
    var index = 0
    while let start = text[index...].firstIndex(of: UInt8(ascii: "<")) {
      guard let end = end(ofMarkupAt: start) else { return nil }
      guard take(start..<end) else { return nil }
      index = end
    }
    guard open.isEmpty, root != nil else { return nil }
  }

  /// The text of an element, without white space around it.
  func words(_ element: Element) -> String {
    let bytes = text[element.content].drop(while: Self.isSpace)
    return String(
      decoding: bytes.prefix((bytes.lastIndex { !Self.isSpace($0) } ?? -1) + 1 - bytes.startIndex),
      as: UTF8.self)
  }

  /// The element that names lead to from the root, the root's own name first.
  func find(_ path: [String]) -> Element? {
    guard var element = root, element.name == path.first else { return nil }
    for name in path.dropFirst() {
      guard let next = element.children(name).first else { return nil }
      element = next
    }
    return element
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

extension XMLOutline {
  private func end(ofMarkupAt start: Int) -> Int? {
    if has("<!--", at: start) { return end(of: "-->", after: start + 4) }
    if has("<![CDATA[", at: start) { return end(of: "]]>", after: start + 9) }
    if has("<?", at: start) { return end(of: "?>", after: start + 2) }
    if has("<!", at: start) { return nil }
    var quote: UInt8?
    for index in (start + 1)..<text.count {
      let byte = text[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      }
    }
    return nil
  }

  private func has(_ mark: StaticString, at index: Int) -> Bool {
    mark.withUTF8Buffer { text[index...].starts(with: $0) }
  }

  private func end(of mark: StaticString, after index: Int) -> Int? {
    text.firstIndex(of: mark, from: index).map { $0 + mark.utf8CodeUnitCount }
  }

  private mutating func take(_ markup: Range<Int>) -> Bool {
    let second = text[markup.lowerBound + 1]
    if second == UInt8(ascii: "!") || second == UInt8(ascii: "?") { return true }
    if second == UInt8(ascii: "/") { return close(markup) }
    let name = Self.localName(text[(markup.lowerBound + 1)..<markup.upperBound])
    open.append(Element(name: name, range: markup, content: markup.upperBound..<markup.upperBound))
    return text[markup.upperBound - 2] == UInt8(ascii: "/") ? close(markup) : true
  }

  private mutating func close(_ markup: Range<Int>) -> Bool {
    guard var element = open.popLast() else { return false }
    if element.range != markup {
      element.content = element.content.lowerBound..<markup.lowerBound
      element.range = element.range.lowerBound..<markup.upperBound
    }
    guard !open.isEmpty else {
      defer { root = element }
      return root == nil
    }
    open[open.count - 1].children.append(element)
    return true
  }

  private static func localName(_ tag: ArraySlice<UInt8>) -> String {
    let name = tag.prefix { !isSpace($0) && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }
    let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
    return String(decoding: local, as: UTF8.self)
  }
}
