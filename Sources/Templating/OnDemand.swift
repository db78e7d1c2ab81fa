public import Synchronization

/// A value that is made when it is asked for first, and kept from then on.
///
/// It is public because the compiler carries bodies into other modules only then; otherwise each use would look for the
/// type of the value at run time.
public final class OnDemand<Value: Sendable>: Sendable {
  @usableFromInline let make: @Sendable () -> Value
  @usableFromInline let made: Mutex<Value?>

  /// One that is made when it is asked for.
  @inlinable
  public init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
    made = Mutex(nil)
  }

  /// One that there is already.
  @inlinable
  public convenience init(made value: Value) { self.init { value } }

  /// The value; who asks while another thread makes it waits.
  @inlinable
  public var value: Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
