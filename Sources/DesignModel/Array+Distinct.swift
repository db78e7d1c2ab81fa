extension Array where Element: Equatable {
  /// Each element once, where it comes first; for lists that are short.
  package var distinct: [Element] {
    reduce(into: []) { distinct, element in if !distinct.contains(element) { distinct.append(element) } }
  }
}
