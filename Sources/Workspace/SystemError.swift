import Glibc

/// The number that a call of the operating system failed with.
package struct SystemError: Error, Sendable, Hashable {
  package let code: Int32

  package init(_ code: Int32) {
    self.code = code
  }

  /// The failure of the call that was made last on this thread.
  static var last: SystemError { SystemError(errno) }
}

extension SystemError: CustomStringConvertible {
  /// What the C library says about the number.
  package var description: String { String(cString: strerror(code)) }
}
