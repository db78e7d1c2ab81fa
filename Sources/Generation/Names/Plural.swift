/// The English number of a name's last word, for labels that people read.
enum Plural {
  /// The name of several; one that is a plural already stays as it is.
  static func plural(of text: String) -> String {
    if isPlural(text) { return text }
    if let stem = dropping("y", of: text), let last = stem.last, !"aeiouAEIOU".contains(last) {
      return stem + "ies"
    }
    return text + (["s", "x", "z", "ch", "sh"].contains(where: text.lowercased().hasSuffix) ? "es" : "s")
  }

  /// The name of one; one that is no plural stays as it is.
  static func singular(of text: String) -> String {
    guard isPlural(text) else { return text }
    if let stem = dropping("ies", of: text) { return stem + "y" }
    if let stem = dropping("es", of: text),
      ["ss", "x", "ch", "sh"].contains(where: stem.lowercased().hasSuffix)
    {
      return stem
    }
    return String(text.dropLast())
  }

  /// Words such as `status`, `address` and `analysis` end alike and are no plurals.
  private static func isPlural(_ text: String) -> Bool {
    let text = text.lowercased()
    return text.count > 3 && text.hasSuffix("s") && !["ss", "us", "is"].contains(where: text.hasSuffix)
  }

  private static func dropping(_ ending: String, of text: String) -> String? {
    text.lowercased().hasSuffix(ending) ? String(text.dropLast(ending.count)) : nil
  }
}
