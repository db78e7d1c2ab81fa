/// The packed records of one or more documents, followed by the pool of their texts.
///
/// It is a class because trees share it, and because it frees the memory when it owns it. Nothing is
/// written after `init`, which is what makes it safe to share.
final class YAMLArena: @unchecked Sendable {
  /// The first record.
  let records: UnsafeRawPointer
  /// The first byte of the pool.
  let pool: UnsafePointer<UInt8>
  private let owned: UnsafeMutableRawPointer?

  /// Packs records into memory of its own.
  init(records: [YAMLRecord], pool: [UInt8]) {
    let length = records.count * YAMLRecord.size
    let memory = UnsafeMutableRawPointer.allocate(byteCount: length + pool.count + 1, alignment: 8)
    for (index, record) in records.enumerated() {
      let words = record.packed
      let place = memory + index * YAMLRecord.size
      place.storeBytes(of: words.0, as: UInt64.self)
      place.storeBytes(of: words.1, toByteOffset: 8, as: UInt64.self)
      place.storeBytes(of: words.2, toByteOffset: 16, as: UInt64.self)
    }
    pool.withUnsafeBytes {
      (memory + length).copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(memory), byteCount: $0.count)
    }
    self.records = UnsafeRawPointer(memory)
    self.pool = UnsafePointer((memory + length).assumingMemoryBound(to: UInt8.self))
    owned = memory
  }

  /// Reads records where they lie, in memory that lives as long as the program.
  init(records: UnsafeRawPointer, pool: UnsafePointer<UInt8>) {
    self.records = records
    self.pool = pool
    owned = nil
  }

  deinit {
    owned?.deallocate()
  }
}
