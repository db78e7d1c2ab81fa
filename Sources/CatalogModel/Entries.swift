import Packing

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
  init(_ list: PackedList, _ read: @escaping @Sendable (inout PackReader) -> Entry) {
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

extension Entries where Entry: Identified {
  /// The entry of an id. A packed list is sorted by it, and each of its elements begins with it.
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
