package import Packing

/// The entries of one list of a catalog: all read, or each read when it is asked for.
///
/// `Entry` is not asked to conform to anything: a generic type would have to find that conformance at run time.
package struct Entries<Entry: Sendable>: RandomAccessCollection, Sendable {
  private enum Form {
    case read([Entry])
    case packed(PackedList, @Sendable (inout PackReader) -> Entry)
  }

  private let form: Form
  package let endIndex: Int

  package init(_ entries: [Entry]) {
    form = .read(entries)
    endIndex = entries.count
  }

  /// - Parameter read: reads one element of the list.
  package init(_ list: PackedList, _ read: @escaping @Sendable (inout PackReader) -> Entry) {
    form = .packed(list, read)
    endIndex = list.count
  }

  package var startIndex: Int { 0 }

  package subscript(position: Int) -> Entry {
    switch form {
    case .read(let entries): return entries[position]
    case .packed(let list, let read):
      var reader = list.reader(at: position)
      return read(&reader)
    }
  }
}

extension Entries: ExpressibleByArrayLiteral {
  package init(arrayLiteral entries: Entry...) { self.init(entries) }
}

/// A packed list is sorted by the ids of its elements, each of which begins with its own.
extension Entries where Entry: Identified {
  /// The ids, in their order.
  package var ids: [String] {
    switch form {
    case .read(let entries): return entries.map(\.id)
    case .packed(let list, _):
      return (0..<list.count).map { number in
        var reader = list.reader(at: number)
        return reader.text()
      }
    }
  }

  /// The entry of an id.
  subscript(id: String) -> Entry? {
    guard case .packed(let list, _) = form else { return first { $0.id == id } }
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      var reader = list.reader(at: middle)
      let own = reader.text()
      if own == id { return self[middle] }
      if own < id { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
