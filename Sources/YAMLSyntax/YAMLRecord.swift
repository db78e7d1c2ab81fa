import Packing

/// What the arena knows of one node: three packed words, for what it is, where it begins, where it ends.
package struct YAMLRecord {
  /// The number of bytes that a record takes.
  package static var size: Int { 24 }

  package enum Kind: UInt8 {
    case scalar, sequence, mapping, alias
  }

  let head: Head
  let start: PackedPosition
  let end: PackedPosition

  /// What a node is.
  ///
  /// A scalar names a stretch of the pool, a collection the number of its children and of the records
  /// that it takes up together with them, an alias the record that it stands for.
  package struct Head {
    package let bits: UInt64

    @inline(__always)
    package init(packed: UInt64) { bits = PackedWord.unpack(packed) }

    @inline(__always)
    init(_ kind: Kind, _ style: YAMLNode.Style, isTaggedText: Bool = false, payload: Int, extent: Int) {
      let traits = UInt64(kind.rawValue) | UInt64(style.rawValue) << 2 | (isTaggedText ? 1 << 5 : 0)
      bits = traits | UInt64(payload) << 8 | UInt64(extent) << 32
    }

    var packed: UInt64 { PackedWord.pack(bits) }
    package var kind: Kind {
      switch bits & 3 {
      case 0: .scalar
      case 1: .sequence
      case 2: .mapping
      default: .alias
      }
    }
    package var style: YAMLNode.Style { YAMLNode.Style(rawValue: UInt8(bits >> 2 & 7)) ?? .plain }
    /// Whether a tag makes a text of a scalar, whatever its spelling.
    package var isTaggedText: Bool { bits & 1 << 5 != 0 }
    /// Scalar: offset of the text in the pool. Collection: number of children. Alias: record it stands for.
    package var payload: Int { Int(bits >> 8 & 0xFF_FFFF) }
    /// Scalar: length of the text in bytes. Collection: number of records, its own included.
    package var extent: Int { Int(bits >> 32 & 0xFF_FFFF) }

    /// How many records lie between this one and the next one on the same level.
    package var stride: Int {
      switch kind {
      case .scalar, .alias: 1
      case .sequence, .mapping: extent
      }
    }
  }
}
