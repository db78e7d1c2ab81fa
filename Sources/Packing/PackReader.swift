/// Reads back, in the same order, what a `PackWriter` wrote.
///
/// It reads only what the build of this same program wrote: anything else is a fault of the program.
package struct PackReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0
  /// Where each text begins, and where the last ends.
  private var starts: [Int32] = []
  /// The texts that were asked for: most are asked for more than once.
  private var known: [String?] = []

  /// - Parameter literal: memory that lives as long as the program.
  package init(_ literal: StaticString) {
    self.init(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// - Parameter bytes: memory that outlives the reader.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    let count = Int(bits())
    known = Array(repeating: nil, count: count)
    starts.reserveCapacity(count + 1)
    var end: Int32 = 0
    starts.append(end)
    for _ in 0..<count {
      end += Int32(truncatingIfNeeded: bits())
      starts.append(end)
    }
    let first = Int32(truncatingIfNeeded: place)
    for number in starts.indices { starts[number] += first }
    place = Int(starts[count])
    precondition(place <= bytes.count, "a pack ends within a text")
  }

  /// Whether everything was read.
  package var isAtEnd: Bool { place == bytes.count }

  package mutating func bits() -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      value |= UInt64(byte & 0x3F) << shift
      if byte & 0x40 == 0 { return value }
      shift += 6
    }
    preconditionFailure("a pack ends within a number")
  }

  /// A number of either sign.
  package mutating func integer() -> Int {
    let bits = bits()
    return Int(bits >> 1) ^ -Int(bits & 1)
  }

  package mutating func flag() -> Bool { bits() != 0 }

  package mutating func text() -> String {
    let number = Int(bits())
    if let text = known[number] { return text }
    let place = Int(starts[number])..<Int(starts[number + 1])
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[place]), as: UTF8.self)
    known[number] = text
    return text
  }

  @inlinable @inline(__always)
  package mutating func optional<Value>(_ read: (inout PackReader) -> Value) -> Value? {
    flag() ? read(&self) : nil
  }

  /// The bytes of a text, for those who want no string of it.
  package mutating func textBytes() -> [UInt8] {
    let number = Int(bits())
    return Array(bytes[Int(starts[number])..<Int(starts[number + 1])])
  }

  /// A list of numbers of either sign.
  package mutating func integers() -> [Int] {
    let count = Int(bits())
    var numbers: [Int] = []
    numbers.reserveCapacity(count)
    for _ in 0..<count { numbers.append(integer()) }
    return numbers
  }

  package mutating func optionalText() -> String? { optional { $0.text() } }

  @inlinable @inline(__always)
  package mutating func list<Value>(_ read: (inout PackReader) -> Value) -> [Value] {
    let count = Int(bits())
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(read(&self)) }
    return values
  }

  package mutating func texts() -> [String] { list { $0.text() } }
}
