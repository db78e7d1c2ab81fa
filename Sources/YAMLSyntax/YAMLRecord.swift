/// What the arena knows of one node: three packed words, for what it is, where it begins, where it ends.
struct YAMLRecord {
  /// The number of bytes that a record takes.
  static let size = 24

  enum Kind: UInt8 {
    case scalar, sequence, mapping, alias
  }

  let head: Head
  let start: PackedPosition
  let end: PackedPosition

  /// What a node is.
  ///
  /// A scalar names a stretch of the pool, a collection the number of its children and of the records
  /// that it takes up together with them, an alias the record that it stands for.
  struct Head {
    private let bits: UInt64

    @inline(__always)
    init(packed: UInt64) { bits = PackedWord.unpack(packed) }

    @inline(__always)
    init(_ kind: Kind, _ style: YAMLNode.Style, isTaggedText: Bool = false, payload: Int, extent: Int) {
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
    /// Whether a tag makes a text of a scalar, whatever its spelling.
    var isTaggedText: Bool { bits & 1 << 5 != 0 }
    /// Scalar: offset of the text in the pool. Collection: number of children. Alias: record it stands for.
    var payload: Int { Int(bits >> 8 & 0xFF_FFFF) }
    /// Scalar: length of the text in bytes. Collection: number of records, its own included.
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
