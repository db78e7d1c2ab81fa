extension Array where Element: Equatable {
  /// Each element once, where it comes first; for lists that are short.
  package var distinct: [Element] {
    var distinct: [Element] = []
    for element in self where !distinct.contains(element) { distinct.append(element) }
    return distinct
  }
}
