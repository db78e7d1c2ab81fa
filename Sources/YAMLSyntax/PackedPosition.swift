import CLibYAML
import Diagnostics
import Packing

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
