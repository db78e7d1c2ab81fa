/// A name by its bytes, while they are at hand; two names mostly differ in what they begin with, which is one number.
struct NameBytes {
  let bytes: UnsafeBufferPointer<UInt8>
  /// The first eight bytes, as they are ordered; a shorter name ends in zeros.
  let start: UInt64

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    if bytes.count < 8 {
      start = bytes.reduce(0) { $0 << 8 | UInt64($1) } << (8 * UInt64(8 - bytes.count))
    } else {
      start = UInt64(bigEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(as: UInt64.self))
    }
  }
}
