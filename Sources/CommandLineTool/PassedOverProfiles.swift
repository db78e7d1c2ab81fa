import Diagnostics
import Generation

/// What would have been read as profiles, were it not for their names or for links.
struct PassedOverProfiles {
  var links: [String] = []
  var otherNames: [String] = []

  private static let mostShown = 3

  func report(into bag: inout DiagnosticBag) {
    if !otherNames.isEmpty {
      bag.add(
        Diagnostic(
          .passedOver, "\(Self.list(otherNames)) not read, because names that are not UTF-8 are passed over",
          severity: .note, fixes: [.init("rename what is meant as a profile")]))
    }
    if !links.isEmpty {
      bag.add(
        Diagnostic(
          .passedOver, "\(Self.list(links)) not read, because links are not followed", severity: .note,
          fixes: [.init("put the file itself there, or name it to the command")]))
    }
  }

  private static func list(_ paths: [String]) -> String {
    let shown = paths.prefix(mostShown).map(quoted).joined(separator: ", ")
    let rest = paths.count - mostShown
    return "\(shown)\(rest > 0 ? " and \(rest) more" : "") \(paths.count == 1 ? "was" : "were")"
  }
}

extension DiagnosticID {
  static let passedOver: DiagnosticID = "profile/passed-over"
}
