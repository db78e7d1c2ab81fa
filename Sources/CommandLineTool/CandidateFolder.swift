import ArgumentParser
import CatalogModel

/// Candidates of one kind, as a folder of the catalog is named.
enum CandidateFolder: String, CaseIterable, ExpressibleByArgument {
  case patterns, topologies, technologies

  /// Reads the word for one or for several.
  init?(argument: String) {
    guard let folder = Self.allCases.first(where: { $0.rawValue == argument || $0.kind.word == argument })
    else {
      return nil
    }
    self = folder
  }

  var kind: CandidateKind {
    switch self {
    case .patterns: .pattern
    case .topologies: .topology
    case .technologies: .technology
    }
  }
}
