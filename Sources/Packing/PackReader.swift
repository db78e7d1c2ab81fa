/// Reads back, in the same order, what a `PackWriter` wrote.
///
/// It reads only what the build of this same program wrote: anything else is a fault of the program. It is public
/// because the compiler carries bodies into other modules only then, and every list is read in another module.
public struct PackReader: Sendable {
  /// Nobody writes to it.
  private nonisolated(unsafe) let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0
  /// Where the table of the texts begins, and where they do.
  private var tableStart = 0
  private var textsStart = 0
  /// The texts that were asked for, most of which are asked for more than once; empty where none is kept.
  private var known: [String?] = []

  /// - Parameter literal: memory that lives as long as the program.
  package init(_ literal: StaticString) {
    self.init(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// - Parameter bytes: memory that outlives the reader and the bytes of texts that are had from it.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    let count = Int(bits())
    known = Array(repeating: nil, count: count)
    tableStart = place
    textsStart = tableStart + count * TextPlace.size
    precondition(textsStart <= bytes.count, "a pack ends within a table")
    place = count == 0 ? textsStart : self.place(ofText: count - 1).upperBound
    precondition(place <= bytes.count, "a pack ends within a text")
  }

  private func place(ofText number: Int) -> Range<Int> {
    let word = UnsafeRawBufferPointer(bytes).loadUnaligned(
      fromByteOffset: tableStart + number * TextPlace.size, as: UInt64.self)
    let place = TextPlace(word: word)
    return textsStart + place.start..<textsStart + place.start + place.count
  }

  /// Whether everything was read.
  package var isAtEnd: Bool { place == bytes.count }

  @inline(__always)
  @usableFromInline package mutating func bits() -> UInt64 {
    precondition(place < bytes.count, "a pack ends within a number")
    let byte = bytes[place]
    guard byte >= 0x40 else {
      place += 1
      return UInt64(byte)
    }
    return manyBits()
  }

  /// A number of more than one byte, as few are.
  private mutating func manyBits() -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      value |= UInt64(byte & 0x3F) << shift
      if byte < 0x40 { return value }
      shift += 6
    }
    preconditionFailure("a pack ends within a number")
  }

  /// A number of either sign.
  package mutating func integer() -> Int { Self.signed(bits()) }

  private static func signed(_ bits: UInt64) -> Int { Int(bits >> 1) ^ -Int(bits & 1) }

  @usableFromInline package mutating func flag() -> Bool { bits() != 0 }

  package mutating func text() -> String {
    let number = Int(bits())
    if !known.isEmpty, let text = known[number] { return text }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[place(ofText: number)]), as: UTF8.self)
    if !known.isEmpty { known[number] = text }
    return text
  }

  /// A list that was written element by element, without reading any.
  package mutating func list() -> PackedList {
    let count = Int(bits())
    var places: [Int] = []
    places.reserveCapacity(count + 1)
    places.append(0)
    var end = 0
    for _ in 0..<count {
      end += Int(bits())
      places.append(end)
    }
    for number in places.indices { places[number] += place }
    place += end
    precondition(place <= bytes.count, "a pack ends within a list")
    return PackedList(reader: rest, places: places)
  }

  /// Reads what was not read yet, and keeps no texts: a copy that is read from once is cheap.
  package var rest: PackReader {
    var reader = self
    reader.known = []
    return reader
  }

  func moved(to place: Int) -> PackReader {
    var reader = self
    reader.place = place
    return reader
  }

  /// What was written behind a flag that says whether there is anything.
  @inlinable @inline(__always)
  public mutating func optional<Value>(_ read: (inout PackReader) -> Value) -> Value? {
    flag() ? read(&self) : nil
  }

  /// The bytes of a text where they lie, for those who want no string of it.
  package mutating func textBytes() -> StableBytes {
    let place = place(ofText: Int(bits()))
    return StableBytes(lasting: UnsafeBufferPointer(rebasing: bytes[place]))
  }

  package mutating func optionalText() -> String? { optional { $0.text() } }

  /// A list, each of whose elements is read.
  @inlinable @inline(__always)
  public mutating func list<Value>(_ read: (inout PackReader) -> Value) -> [Value] {
    let count = Int(bits())
    var values: [Value] = []
    guard count > 0 else { return values }
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(read(&self)) }
    return values
  }

  package mutating func texts() -> [String] { list { $0.text() } }

  /// Numbers of either sign; there are many, so that they are read in one go.
  package mutating func integers() -> [Int] {
    let count = Int(bits())
    var place = place
    let numbers = [Int](unsafeUninitializedCapacity: count) { numbers, read in
      while read < count {
        var (value, shift): (UInt64, UInt64) = (0, 0)
        var byte: UInt8
        repeat {
          precondition(place < bytes.count, "a pack ends within a number")
          byte = bytes[place]
          place += 1
          value |= UInt64(byte & 0x3F) << shift
          shift += 6
        } while byte >= 0x40
        numbers.initializeElement(at: read, to: Self.signed(value))
        read += 1
      }
    }
    self.place = place
    return numbers
  }

  package mutating func masks() -> [UInt64] { list { $0.bits() } }
  package mutating func flags() -> [Bool] { list { $0.flag() } }
}
