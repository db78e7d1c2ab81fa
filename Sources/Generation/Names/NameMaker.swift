/// Makes names that a target language accepts, and that are not longer than it allows.
struct NameMaker {
  let reserved: ReservedWords

  /// A name of whole prefix and suffix, and of a stem that is cut where the whole would be too long.
  ///
  /// Whatever is cut away, taken out or avoided leaves four characters of a digest behind.
  func name(_ style: NameStyle, prefix: String = "", stem: String, suffix: String = "") -> String {
    let cleaned = style.cleaned(stem)
    let name = begun(prefix + cleaned + suffix, style)
    let isWhole = cleaned == stem && !cleaned.isEmpty && Self.fits(name, into: style.limit)
    if isWhole, !isReserved(name, style) { return name }
    return marked(style, prefix: prefix, stem: cleaned, suffix: suffix, by: prefix + stem + suffix)
  }

  /// The name with a mark made of `whole`, which keeps it apart from others like it.
  func marked(_ style: NameStyle, prefix: String, stem: String, suffix: String, by whole: String) -> String {
    let mark = NameDigest.of(whole)
    let room = style.limit - prefix.count - suffix.count - mark.count - style.separator.count
    let kept = Self.cut(stem, to: max(0, room - 1))
    let begun = begun(prefix + kept, style)
    let separator = begun.isEmpty || begun.hasSuffix(style.separator) ? "" : style.separator
    return String((begun + separator + mark + suffix).suffix(style.limit))
  }

  /// An identifier of Apex, which is no reserved word.
  func apexIdentifier(_ spelling: Spelling) -> String {
    let camel = begun(spelling.camel, .apexClass)
    return reserved.contains(camel, in: "apex") ? camel + "Value" : camel
  }

  /// A character is a byte or more, and bytes are counted faster.
  private static func fits(_ name: String, into limit: Int) -> Bool {
    name.utf8.count <= limit || name.count <= limit
  }

  /// Names that must begin with a letter do.
  private func begun(_ name: String, _ style: NameStyle) -> String {
    switch style {
    case .apexClass, .developerName: name.first?.isLetter == false ? "X" + name : name
    case .file, .muleFlow, .mavenArtifact, .javaPackage: name
    }
  }

  private func isReserved(_ name: String, _ style: NameStyle) -> Bool {
    guard let language = style.language else { return false }
    guard name.utf8.contains(UInt8(ascii: ".")) else { return reserved.contains(name, in: language) }
    return name.split(separator: ".").contains { reserved.contains(String($0), in: language) }
  }

  /// A text that Salesforce takes for the label of a field or an object.
  static func label(_ text: String) -> String { cut(text, to: 40) }

  /// The longest beginning of whole words, or of characters where the first word alone is too long.
  static func cut(_ text: String, to length: Int) -> String {
    guard text.count > length else { return text }
    let characters = Array(text)
    let ends = (1..<max(length + 1, 1)).filter { beginsWord(characters, at: $0) }
    let end = ends.last.map { $0 * 2 > length ? $0 : length } ?? length
    return trimmingSeparators(characters[..<end])
  }

  private static func beginsWord(_ characters: [Character], at index: Int) -> Bool {
    let (previous, this) = (characters[index - 1], characters[index])
    return isSeparator(this) || (this.isUppercase && !previous.isUppercase)
      || (this.isNumber != previous.isNumber)
  }

  private static func trimmingSeparators(_ characters: ArraySlice<Character>) -> String {
    String(characters.reversed().drop(while: isSeparator).reversed())
  }

  private static func isSeparator(_ character: Character) -> Bool { "_-. ".contains(character) }
}
