/// Mermaid, whose escapes are `#` with a character's decimal number and `;`.
enum MermaidEscapes {
  static func label(_ point: EscapePoint) -> String? {
    switch point.scalar {
    case "a"..."z" where isWordEnd(point), "A"..."Z" where isWordEnd(point): entity(point.scalar)
    case "a"..."z", "A"..."Z", "0"..."9": nil
    case " ", ".", ",", "-", "_", "/", "?", "!", "+", "(", ")", "@", "'": nil
    default: other(point.scalar)
    }
  }

  private static func other(_ scalar: Unicode.Scalar) -> String? {
    if scalar.isLineBreak || scalar == "\t" { return " " }
    if scalar.isControl || scalar.isNoncharacter { return Unicode.Scalar.replacement }
    return scalar.isASCII || scalar.isInvisible ? entity(scalar) : nil
  }

  private static func entity(_ scalar: Unicode.Scalar) -> String { "#\(scalar.value);" }

  /// Whether the word `end` begins here, which closes blocks even inside a message.
  private static func isWordEnd(_ point: EscapePoint) -> Bool {
    guard point.scalar == "e" || point.scalar == "E" else { return false }
    if let previous = point.previous, previous.isWordCharacter { return false }
    let rest = point.following.prefix(3)
    guard rest.count >= 2, rest.prefix(2).map({ $0 | 0x20 }) == Array("nd".utf8) else { return false }
    return rest.count == 2 || rest.last.map { !$0.isWordCharacter } ?? true
  }
}
