import CatalogModel
import DesignModel
import Diagnostics
import Requirements

/// Answers that the templates of a design's kinds do not serve.
struct RefusedAnswers {
  let kinds: [ArtifactKind]
  let design: Design

  /// Names each answer once, at its place, with the kinds that do not serve it and the words that they do.
  func report(_ profile: Profile, _ vocabulary: Vocabulary, into bag: inout DiagnosticBag) {
    let objections = kinds.flatMap { kind in
      kind.accepts.tests.filter { $0.evaluate(design.answers) == .no }.map { (kind: kind, test: $0) }
    }
    for index in Set(objections.map(\.test.requirement)).sorted() {
      let own = objections.filter { $0.test.requirement == index }
      let id = vocabulary[index].id
      let answer = vocabulary.text(of: id, in: design.answers) ?? ""
      let words = own.map { Set(Self.words($0.test, vocabulary)) }
      let served = words.dropFirst().reduce(words.first ?? []) { $0.intersection($1) }
      let names = own.prefix(3).map { "\($0.kind.title) (\($0.kind.id))" }.joined(separator: "; ")
      let more = own.count > 3 ? "; and \(own.count - 3) more" : ""
      let known = vocabulary[index].type.words.filter(served.contains).joined(separator: ", ")
      bag.add(
        Diagnostic(
          .generationUnservedAnswer, "nothing can be generated for '\(id): \(answer)'",
          at: profile.places[index] ?? profile.file.location(ofBytes: 0..<0),
          notes: ["what does not serve it: \(names)\(more)", "generation serves \(known)"],
          fixes: [
            .init("state an answer that is served, or decide for other technologies under 'decision'")
          ] + without(own.map(\.kind))))
    }
  }

  /// What is left of the design without the technologies that these kinds are for.
  private func without(_ kinds: [ArtifactKind]) -> [Diagnostic.Fix] {
    let asking = Set(kinds.flatMap(\.when).flatMap(\.technologies).map(\.value))
    let ids = design.technologies.map(\.candidate.id)
    let (left, kept) = (ids.filter(asking.contains), ids.filter { !asking.contains($0) })
    guard !left.isEmpty, !kept.isEmpty else { return [] }
    let decision = "decision: { technologies: [\(kept.joined(separator: ", "))], because: … }"
    return [.init("or leave \(left.joined(separator: ", ")) to others: '\(decision)'")]
  }

  private static func words(_ test: RequirementTest, _ vocabulary: Vocabulary) -> [String] {
    switch test.accepts {
    case .choice(let mask), .holdsAny(let mask): vocabulary.words(in: mask, of: test.requirement)
    case .boolean, .quantity, .holdsNone: []
    }
  }
}
