/// Writes numbers and texts one after the other, as a text that a string literal can hold.
///
/// A number takes six bits to a byte, the lowest first; the seventh bit says that more follow. A text is
/// its number in a table that stands before everything else: how many there are, a word for each with its length and
/// where it begins among them, their bytes.
package struct PackWriter {
  private var body = PackedNumbers()
  private var texts: [String] = []
  private var numbers: [String: Int] = [:]

  package init() {}

  /// Everything that was written.
  package var text: String {
    var table = PackedNumbers()
    table.append(UInt64(texts.count))
    var start = 0
    for text in texts {
      table.append(TextPlace(start: start, count: text.utf8.count))
      start += text.utf8.count
    }
    return String(decoding: table.bytes, as: UTF8.self) + texts.joined()
      + String(decoding: body.bytes, as: UTF8.self)
  }

  package mutating func write(bits: UInt64) { body.append(bits) }

  /// A number of either sign.
  package mutating func write(_ value: Int) {
    write(bits: UInt64(bitPattern: Int64(value << 1 ^ value >> (Int.bitWidth - 1))))
  }

  package mutating func write(_ flag: Bool) { write(bits: flag ? 1 : 0) }

  package mutating func write(_ text: String) {
    if let number = numbers[text] { return write(bits: UInt64(number)) }
    write(bits: UInt64(texts.count))
    numbers[text] = texts.count
    texts.append(text)
  }

  package mutating func write<Value>(
    _ value: Value?, _ each: (Value, inout PackWriter) -> Void
  ) {
    write(value != nil)
    if let value { each(value, &self) }
  }

  package mutating func write(_ text: String?) { write(text) { $1.write($0) } }

  package mutating func write<Value>(_ list: [Value], _ each: (Value, inout PackWriter) -> Void) {
    write(bits: UInt64(list.count))
    for value in list { each(value, &self) }
  }

  package mutating func write(_ texts: [String]) { write(texts) { $1.write($0) } }

  /// A list of which each element can be read without the others: how many there are, how many bytes each
  /// takes, their bytes.
  package mutating func write<Value>(
    separately list: some Sequence<Value>, _ each: (Value, inout PackWriter) -> Void
  ) {
    let before = body
    body = PackedNumbers()
    var ends: [Int] = []
    for value in list {
      each(value, &self)
      ends.append(body.bytes.count)
    }
    let elements = body
    body = before
    write(bits: UInt64(ends.count))
    for (start, end) in zip([0] + ends, ends) { write(bits: UInt64(end - start)) }
    body.append(elements)
  }
}

/// Numbers one after the other, in ASCII.
private struct PackedNumbers {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ number: UInt64) {
    var rest = number
    while rest > 0x3F {
      bytes.append(UInt8(rest & 0x3F) | 0x40)
      rest >>= 6
    }
    bytes.append(UInt8(rest))
  }

  mutating func append(_ place: TextPlace) {
    withUnsafeBytes(of: place.word) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ other: PackedNumbers) { bytes += other.bytes }
}
