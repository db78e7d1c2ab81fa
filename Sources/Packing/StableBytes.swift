/// Bytes that stay where they are for as long as they are held: a part of the program, or a copy.
package struct StableBytes: Sendable {
  /// Valid for as long as these bytes are held; nobody writes to it.
  package nonisolated(unsafe) let buffer: UnsafeBufferPointer<UInt8>
  private let copy: Copy?

  private final class Copy: @unchecked Sendable {
    let bytes: UnsafeBufferPointer<UInt8>

    init(of bytes: [UInt8]) {
      let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
      _ = memory.initialize(from: bytes)
      self.bytes = UnsafeBufferPointer(memory)
    }

    deinit { bytes.deallocate() }
  }

  package init(copying bytes: [UInt8]) {
    let copy = Copy(of: bytes)
    (buffer, self.copy) = (copy.bytes, copy)
  }

  /// - Parameter bytes: memory that lives as long as the program.
  init(lasting bytes: UnsafeBufferPointer<UInt8>) { (buffer, copy) = (bytes, nil) }
}
