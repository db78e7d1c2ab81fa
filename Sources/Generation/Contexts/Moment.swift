/// A date or a moment as ISO 8601 writes it.
struct Moment: Hashable {
  let year, month, day, hour, minute, second: Int

  /// Reads `2026-11-20`, or `2026-11-20T10:30:00` with an optional fraction and zone.
  init?(_ text: String) {
    let characters = Array(text.utf8)
    guard characters.count >= 10, characters[4] == UInt8(ascii: "-"), characters[7] == UInt8(ascii: "-"),
      let year = Self.number(characters[0..<4]), let month = Self.number(characters[5..<7]),
      let day = Self.number(characters[8..<10]), (1...12).contains(month),
      (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
    if characters.count == 10 {
      (hour, minute, second) = (0, 0, 0)
      return
    }
    guard characters.count >= 19, characters[10] == UInt8(ascii: "T"), characters[13] == UInt8(ascii: ":"),
      characters[16] == UInt8(ascii: ":"), let hour = Self.number(characters[11..<13]), hour < 24,
      let minute = Self.number(characters[14..<16]), minute < 60,
      let second = Self.number(characters[17..<19]), second < 60
    else { return nil }
    (self.hour, self.minute, self.second) = (hour, minute, second)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}
