/// The candidates of whose words a text is one or some in a row, as `hub` is of `hub-and-spoke` and `latency` of
/// `latency.within`; each once, in the order of the candidates.
package func names(holding text: String, among candidates: some Sequence<String>) -> [String] {
  guard !text.isEmpty else { return [] }
  let part = separated(text.lowercased())
  var seen: Set<String> = [text]
  return candidates.filter { separated($0).contains(part) && seen.insert($0).inserted }
}

/// With a hyphen before and behind every word.
private func separated(_ name: String) -> String {
  "-" + String(name.map { $0 == "." ? "-" : $0 }) + "-"
}
