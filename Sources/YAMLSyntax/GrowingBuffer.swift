/// Memory that grows at its end, and that can be given away without a copy.
struct GrowingBuffer: ~Copyable {
  private var start: UnsafeMutableRawPointer
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = max(capacity, 64)
    start = .allocate(byteCount: self.capacity, alignment: 16)
  }

  deinit {
    start.deallocate()
  }

  /// Makes room for so many bytes at the end and gives the place of the first.
  @inline(__always)
  mutating func extend(by length: Int) -> UnsafeMutableRawPointer {
    if count + length > capacity { grow(to: count + length) }
    defer { count += length }
    return start + count
  }

  private mutating func grow(to length: Int) {
    capacity = max(length, capacity * 2)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
    larger.copyMemory(from: start, byteCount: count)
    start.deallocate()
    start = larger
  }

  /// The place of a byte that was written.
  func place(_ offset: Int) -> UnsafeMutableRawPointer {
    precondition(offset <= count, "a place beyond the end of a buffer")
    return start + offset
  }

  /// Gives the memory to a new owner, who deallocates it.
  consuming func release() -> UnsafeMutableRawPointer {
    let released = start
    discard self
    return released
  }
}
