package import Requirements

extension ProfileShape {
  /// The shape of the profiles that a catalog can decide.
  package init(_ catalog: Catalog) {
    func ids(_ kind: CandidateKind) -> [String] { catalog.candidates(of: kind).map(\.id) }
    self.init(
      vocabulary: catalog.vocabulary, patterns: ids(.pattern), topologies: ids(.topology),
      technologies: ids(.technology))
  }
}
