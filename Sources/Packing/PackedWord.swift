/// Fifty-six bits as eight bytes of ASCII: seven bits in each, so that records can stand in a string
/// literal and be read where they lie.
///
/// It is public because the compiler carries bodies into other modules only then.
public enum PackedWord {
  /// Makes a zero the digit `0`, and with it most bytes of a record printable.
  @usableFromInline static var mask: UInt64 { 0x3030_3030_3030_3030 }

  /// The fifty-six lowest bits as eight bytes of ASCII.
  @inlinable @inline(__always)
  public static func pack(_ value: UInt64) -> UInt64 {
    var bits = (value & 0x0FFF_FFFF) | (value & 0x00FF_FFFF_F000_0000) << 4
    bits = (bits & 0x0000_3FFF_0000_3FFF) | (bits & 0x0FFF_C000_0FFF_C000) << 2
    bits = (bits & 0x007F_007F_007F_007F) | (bits & 0x3F80_3F80_3F80_3F80) << 1
    return (bits ^ mask).littleEndian
  }

  /// The fifty-six bits that eight bytes hold.
  @inlinable @inline(__always)
  public static func unpack(_ word: UInt64) -> UInt64 {
    var bits = UInt64(littleEndian: word) ^ mask
    bits = (bits & 0x007F_007F_007F_007F) | (bits & 0x7F00_7F00_7F00_7F00) >> 1
    bits = (bits & 0x0000_3FFF_0000_3FFF) | (bits & 0x3FFF_0000_3FFF_0000) >> 2
    return (bits & 0x0FFF_FFFF) | (bits & 0x0FFF_FFFF_0000_0000) >> 4
  }
}
