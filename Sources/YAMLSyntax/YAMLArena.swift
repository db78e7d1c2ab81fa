/// The packed records of one or more documents, and the pool of their texts.
///
/// It is a class because trees share it, and because it frees the memory when it owns it. Nothing is
/// written after `init`, which is what makes it safe to share.
final class YAMLArena: @unchecked Sendable {
  /// The first record.
  let records: UnsafeRawPointer
  /// The first byte of the pool.
  let pool: UnsafePointer<UInt8>
  private let owned: (records: UnsafeMutableRawPointer, pool: UnsafeMutableRawPointer)?

  /// Takes over memory in which both were written.
  init(records: consuming GrowingBuffer, pool: consuming GrowingBuffer) {
    let owned = (records: records.release(), pool: pool.release())
    self.records = UnsafeRawPointer(owned.records)
    self.pool = UnsafePointer(owned.pool.assumingMemoryBound(to: UInt8.self))
    self.owned = owned
  }

  /// Reads records where they lie, in memory that lives as long as the program.
  init(records: UnsafeRawPointer, pool: UnsafePointer<UInt8>) {
    self.records = records
    self.pool = pool
    owned = nil
  }

  deinit {
    owned?.records.deallocate()
    owned?.pool.deallocate()
  }
}
