extension [String] {
  /// The texts that come more than once, whatever their case, in small letters.
  var repeatedInAnyCase: Set<String> {
    let keys = map { $0.lowercased() }
    // Nearly always each is there once.
    guard Set(keys).count < keys.count else { return [] }
    return Set(Dictionary(grouping: keys) { $0 }.filter { $0.value.count > 1 }.keys)
  }
}
