/// One character of a value that is being escaped, with what stands beside it.
struct EscapePoint {
  let scalar: Unicode.Scalar
  /// The byte before it, in the value or else in the output that the value is written behind.
  let previous: UInt8?
  /// The bytes behind it in the value.
  let following: Slice<UnsafeBufferPointer<UInt8>>
  /// Whether it is the first of its value.
  let isFirst: Bool

  var next: UInt8? { following.first }
  var isLast: Bool { following.isEmpty }

  func follows(_ character: Unicode.Scalar) -> Bool {
    previous == UInt8(truncatingIfNeeded: character.value)
  }
}

extension [UInt8] {
  /// Appends the text, with a replacement in the place of every character for which there is one; letters and digits
  /// of ASCII have none, except an `e`.
  mutating func append(_ text: String, replacing replacement: (EscapePoint) -> String?) {
    var text = text
    let last = last
    text.withUTF8 { bytes in
      var written = 0
      var index = 0
      while index < bytes.count {
        if bytes[index].isWordCharacter, bytes[index] | 0x20 != UInt8(ascii: "e") {
          index += 1
          continue
        }
        let (scalar, length) = decode(bytes, at: index)
        let point = EscapePoint(
          scalar: scalar, previous: index == 0 ? last : bytes[index - 1],
          following: bytes[(index + length)...], isFirst: index == 0)
        if let replacement = replacement(point) {
          append(contentsOf: bytes[written..<index])
          append(contentsOf: replacement.utf8)
          written = index + length
        }
        index += length
      }
      append(contentsOf: bytes[written...])
    }
  }
}

/// The scalar at an index of valid UTF-8, and the number of its bytes.
private func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (Unicode.Scalar, Int) {
  let first = bytes[index]
  if first < 0x80 { return (Unicode.Scalar(first), 1) }
  let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  var value = UInt32(first) & (0x7F >> UInt32(length))
  for offset in 1..<length {
    value = value << 6 | UInt32(bytes[index + offset] & 0x3F)
  }
  return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
}
