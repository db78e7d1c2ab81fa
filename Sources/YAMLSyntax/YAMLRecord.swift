import Diagnostics

/// What the arena knows of one node, in 24 bytes.
///
/// A scalar names a stretch of the pool, a collection the number of its children and of the records
/// that it takes up together with them, an alias the record that it stands for.
struct YAMLRecord {
  /// The number of bytes that a packed record takes.
  static let size = 24

  enum Kind: UInt8 {
    case scalar, sequence, mapping, alias
  }

  var kind: Kind
  var style: YAMLNode.Style
  /// Whether a tag makes a text of the scalar, whatever its spelling.
  var isTaggedText = false
  /// Scalar: offset of the text in the pool. Collection: number of children. Alias: record it stands for.
  var payload: UInt32
  /// Scalar: length of the text in bytes. Collection: number of records, its own included.
  var extent: UInt32
  var start: SourcePosition
  var end: SourcePosition

  /// How many records lie between this one and the next one on the same level.
  var stride: Int {
    switch kind {
    case .scalar, .alias: 1
    case .sequence, .mapping: Int(extent)
    }
  }
}

// MARK: - Packing

/// Fifty-six bits as eight bytes of ASCII: seven bits in each, so that records can stand in a string
/// literal and be read where they lie.
enum PackedWord {
  /// Makes a zero the digit `0`, and with it most bytes of a record printable.
  private static let mask: UInt64 = 0x3030_3030_3030_3030

  static func pack(_ value: UInt64) -> UInt64 {
    var bits = (value & 0x0FFF_FFFF) | (value & 0x00FF_FFFF_F000_0000) << 4
    bits = (bits & 0x0000_3FFF_0000_3FFF) | (bits & 0x0FFF_C000_0FFF_C000) << 2
    bits = (bits & 0x007F_007F_007F_007F) | (bits & 0x3F80_3F80_3F80_3F80) << 1
    return (bits ^ mask).littleEndian
  }

  static func unpack(_ word: UInt64) -> UInt64 {
    var bits = UInt64(littleEndian: word) ^ mask
    bits = (bits & 0x007F_007F_007F_007F) | (bits & 0x7F00_7F00_7F00_7F00) >> 1
    bits = (bits & 0x0000_3FFF_0000_3FFF) | (bits & 0x3FFF_0000_3FFF_0000) >> 2
    return (bits & 0x0FFF_FFFF) | (bits & 0x0FFF_FFFF_0000_0000) >> 4
  }
}

extension YAMLRecord {
  /// The three words of a packed record: what it is, where it begins, where it ends.
  var packed: (UInt64, UInt64, UInt64) {
    let head = Head(
      kind: kind, style: style, isTaggedText: isTaggedText, payload: Int(payload), extent: Int(extent))
    return (head.packed, Self.pack(start), Self.pack(end))
  }

  private static func pack(_ position: SourcePosition) -> UInt64 {
    PackedWord.pack(UInt64(position.line) | UInt64(position.column) << 24)
  }

  /// A position out of its packed form.
  static func position(_ word: UInt64) -> SourcePosition {
    let bits = PackedWord.unpack(word)
    return SourcePosition(line: Int(bits & 0xFF_FFFF), column: Int(bits >> 24 & 0xFF_FFFF))
  }

  /// The part of a record that is needed to walk the tree.
  struct Head {
    private let bits: UInt64

    init(packed: UInt64) { bits = PackedWord.unpack(packed) }

    init(kind: Kind, style: YAMLNode.Style, isTaggedText: Bool, payload: Int, extent: Int) {
      let traits = UInt64(kind.rawValue) | UInt64(style.rawValue) << 2 | (isTaggedText ? 1 << 5 : 0)
      bits = traits | UInt64(payload) << 8 | UInt64(extent) << 32
    }

    var packed: UInt64 { PackedWord.pack(bits) }
    var kind: Kind {
      switch bits & 3 {
      case 0: .scalar
      case 1: .sequence
      case 2: .mapping
      default: .alias
      }
    }
    var style: YAMLNode.Style { YAMLNode.Style(rawValue: UInt8(bits >> 2 & 7)) ?? .plain }
    var isTaggedText: Bool { bits & 1 << 5 != 0 }
    var payload: Int { Int(bits >> 8 & 0xFF_FFFF) }
    var extent: Int { Int(bits >> 32 & 0xFF_FFFF) }

    /// How many records lie between this one and the next one on the same level.
    var stride: Int {
      switch kind {
      case .scalar, .alias: 1
      case .sequence, .mapping: extent
      }
    }
  }
}
