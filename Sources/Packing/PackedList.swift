/// A list in a pack of which each element is read when it is asked for.
package struct PackedList: Sendable {
  let reader: PackReader
  /// Where each element begins, and where the last ends.
  let places: [Int]

  package var count: Int { places.count - 1 }

  /// What reads one element.
  package func reader(at number: Int) -> PackReader { reader.moved(to: places[number]) }
}
