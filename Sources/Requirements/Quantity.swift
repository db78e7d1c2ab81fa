/// Reading and writing of counts, durations and sizes.
///
/// A duration is held in milliseconds, a size in bytes (1 KB = 1,024 bytes).
package enum Quantity {
  /// Stands for a duration without a bound.
  package static let unbounded = Int.max
  /// The largest count: twelve digits.
  package static let maximum = 999_999_999_999
  /// The most digits before a unit; no unit overflows with them.
  package static let digitsBeforeUnit = 9

  /// In milliseconds.
  package static let durationUnits: [(name: String, factor: Int)] = [
    ("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000), ("w", 604_800_000),
  ]
  /// In bytes.
  package static let sizeUnits: [(name: String, factor: Int)] = [
    ("B", 1), ("KB", 1_024), ("MB", 1_048_576), ("GB", 1_073_741_824),
  ]

  /// A whole number of at most twelve digits, with `_` between digits; `nil` for anything else.
  package static func parseCount(_ text: some StringProtocol) -> Int? {
    parseDigits(text, most: 12)
  }

  private static func parseDigits(_ text: some StringProtocol, most: Int) -> Int? {
    var value = 0
    var digits = 0
    var lastWasDigit = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        guard digits <= most else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
        lastWasDigit = true
      case UInt8(ascii: "_") where lastWasDigit: lastWasDigit = false
      default: return nil
      }
    }
    return lastWasDigit ? value : nil
  }

  /// Milliseconds of `250ms`, `8s`, `15m`, `1h`, `3d`, `2w`, or of a plain number of seconds.
  package static func parseDuration(_ text: some StringProtocol) -> Int? {
    if let seconds = parseCount(text) { return seconds * 1_000 }
    return parse(text, units: durationUnits)
  }

  /// Bytes of `512B`, `4KB`, `2MB`, `1GB`.
  package static func parseSize(_ text: some StringProtocol) -> Int? {
    parse(text, units: sizeUnits)
  }

  private static func parse(_ text: some StringProtocol, units: [(name: String, factor: Int)]) -> Int? {
    let unit = text.drop { $0.isNumber || $0 == "_" }
    guard let factor = units.first(where: { $0.name == unit })?.factor else { return nil }
    return parseDigits(text.dropLast(unit.count), most: digitsBeforeUnit).map { $0 * factor }
  }

  /// A duration in its largest whole unit, such as `8s` or `90m`.
  package static func renderDuration(_ milliseconds: Int) -> String {
    milliseconds == unbounded ? "unbounded" : render(milliseconds, units: durationUnits)
  }

  /// A size in its largest whole unit, such as `4KB`.
  package static func renderSize(_ bytes: Int) -> String { render(bytes, units: sizeUnits) }

  private static func render(_ value: Int, units: [(name: String, factor: Int)]) -> String {
    let unit = units.last { value >= $0.factor && value % $0.factor == 0 } ?? units[0]
    return String(value / unit.factor) + unit.name
  }

  /// A count with a comma between each three digits, such as `20,000`.
  package static func renderCount(_ count: Int) -> String {
    let digits = String(abs(count))
    var text = count < 0 ? "-" : ""
    for (place, digit) in digits.unicodeScalars.enumerated() {
      if place > 0, (digits.utf8.count - place) % 3 == 0 { text += "," }
      text.unicodeScalars.append(digit)
    }
    return text
  }
}
