/// Writes numbers and texts one after the other, as a text that a string literal can hold.
///
/// A number takes six bits to a byte, the lowest first; the seventh bit says that more follow. A text is
/// its length and its bytes.
package struct PackWriter {
  private var bytes: [UInt8] = []

  package init() {}

  /// Everything that was written.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package mutating func write(bits: UInt64) {
    var rest = bits
    while rest > 0x3F {
      bytes.append(UInt8(rest & 0x3F) | 0x40)
      rest >>= 6
    }
    bytes.append(UInt8(rest))
  }

  /// A number of either sign.
  package mutating func write(_ value: Int) {
    write(bits: UInt64(bitPattern: Int64(value << 1 ^ value >> (Int.bitWidth - 1))))
  }

  package mutating func write(_ flag: Bool) { write(bits: flag ? 1 : 0) }

  package mutating func write(_ text: String) {
    write(bits: UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
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
}
