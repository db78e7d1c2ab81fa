/// A value that is made when it is asked for, each time anew.
///
/// A decision needs the conditions of all entries, and the words of few: a catalog that is read without
/// its words opens many times faster.
package struct Deferred<Value: Sendable & Hashable>: Sendable {
  private let make: @Sendable () -> Value

  package init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  package var value: Value { make() }
}

extension Deferred: Hashable {
  package static func == (left: Deferred, right: Deferred) -> Bool { left.value == right.value }

  package func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
