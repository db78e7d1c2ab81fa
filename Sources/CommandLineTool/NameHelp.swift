import Diagnostics

/// What is said behind a name that nothing has.
enum NameHelp {
  private static let mostShown = 6

  /// The names of which it is a part, or else the one that was probably meant; empty where there is neither.
  static func text(for name: String, among known: [String]) -> String {
    let holding = names(holding: name, among: known)
    guard holding.count > 1 else {
      return (holding.first ?? nearestSpelling(to: name, among: known)).map { "; did you mean '\($0)'?" }
        ?? ""
    }
    let more = holding.count > mostShown ? " and \(holding.count - mostShown) more" : ""
    return "; there is " + holding.prefix(mostShown).joined(separator: ", ") + more
  }
}
