import CLibYAML
import Diagnostics

/// Fifty-six bits as eight bytes of ASCII: seven bits in each, so that records can stand in a string
/// literal and be read where they lie.
package enum PackedWord {
  /// Makes a zero the digit `0`, and with it most bytes of a record printable.
  package static var mask: UInt64 { 0x3030_3030_3030_3030 }

  @inline(__always)
  static func pack(_ value: UInt64) -> UInt64 {
    var bits = (value & 0x0FFF_FFFF) | (value & 0x00FF_FFFF_F000_0000) << 4
    bits = (bits & 0x0000_3FFF_0000_3FFF) | (bits & 0x0FFF_C000_0FFF_C000) << 2
    bits = (bits & 0x007F_007F_007F_007F) | (bits & 0x3F80_3F80_3F80_3F80) << 1
    return (bits ^ mask).littleEndian
  }

  @inline(__always)
  package static func unpack(_ word: UInt64) -> UInt64 {
    var bits = UInt64(littleEndian: word) ^ mask
    bits = (bits & 0x007F_007F_007F_007F) | (bits & 0x7F00_7F00_7F00_7F00) >> 1
    bits = (bits & 0x0000_3FFF_0000_3FFF) | (bits & 0x3FFF_0000_3FFF_0000) >> 2
    return (bits & 0x0FFF_FFFF) | (bits & 0x0FFF_FFFF_0000_0000) >> 4
  }
}

/// A position in a file, packed: line and column take 24 bits each.
struct PackedPosition: Equatable {
  let word: UInt64

  init(word: UInt64) { self.word = word }

  /// A mark of libyaml, which counts from 0.
  @inline(__always)
  init(_ mark: yaml_mark_t) {
    word = PackedWord.pack(UInt64(mark.line + 1) & 0xFF_FFFF | (UInt64(mark.column + 1) & 0xFF_FFFF) << 24)
  }

  var unpacked: SourcePosition {
    let bits = PackedWord.unpack(word)
    return SourcePosition(line: Int(bits & 0xFF_FFFF), column: Int(bits >> 24 & 0xFF_FFFF))
  }
}
