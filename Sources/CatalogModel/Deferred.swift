/// A value that is made when it is asked for, each time anew.
///
/// A decision needs the conditions of all entries, and the words of few: a catalog that is read without
/// its words opens many times faster. What is made may be compared, but it need not be: a generic type
/// that requires `Hashable` has to find the conformance of each type at run time.
package struct Deferred<Value: Sendable>: Sendable {
  private let make: @Sendable () -> Value

  package init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  package var value: Value { make() }
}

extension Deferred: Equatable where Value: Equatable {
  package static func == (left: Deferred, right: Deferred) -> Bool { left.value == right.value }
}

extension Deferred: Hashable where Value: Hashable {
  package func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
