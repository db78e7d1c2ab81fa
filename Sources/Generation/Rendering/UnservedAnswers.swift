import DesignModel
import Diagnostics
import Requirements

/// Says why none of the kinds that another one needs is there.
struct UnservedAnswers {
  let kind: ArtifactKind
  /// One of these would be enough.
  let companions: [ArtifactKind]
  let design: Design

  /// Names the answers that keep the companions out, or the companions where no answer does.
  ///
  /// A stated answer that is not served is an error; where one is only missing, the kind is left out.
  func report(_ profile: Profile, _ vocabulary: Vocabulary, into bag: inout DiagnosticBag) {
    let objecting = objectingTests
    let requirements = Set(objecting.map(\.requirement)).sorted()
    let ids = companions.map { "'\($0.id)'" }.joined(separator: ", ")
    if requirements.isEmpty {
      bag.add(
        Diagnostic(
          .generationUnservedAnswer, "'\(kind.id)' needs one of \(ids), and the design has none of them",
          at: profile.file.location(ofBytes: 0..<0)))
    }
    for index in requirements {
      let accepted = objecting.filter { $0.requirement == index }.flatMap { Self.words($0, vocabulary) }
      bag.add(diagnostic(about: index, accepted: accepted, profile, vocabulary, needing: ids))
    }
  }

  private var objectingTests: [RequirementTest] {
    companions.flatMap(\.when).flatMap(\.profile.tests).filter { $0.evaluate(design.answers) != .yes }
  }

  private func diagnostic(
    about index: Int, accepted: [String], _ profile: Profile, _ vocabulary: Vocabulary, needing ids: String
  ) -> Diagnostic {
    let id = vocabulary[index].id
    let answer = vocabulary.text(of: id, in: design.answers)
    let message =
      answer.map { "nothing can be generated for '\(id): \($0)'" }
      ?? "'\(id)' is not stated, so that '\(kind.id)' is left out"
    let words = vocabulary[index].type.words.filter(Set(accepted).contains)
    let notes = ["'\(kind.id)' (\(kind.title)) needs one of \(ids)"]
    return Diagnostic(
      .generationUnservedAnswer, message, severity: answer == nil ? .warning : .error,
      at: profile.places[index] ?? profile.file.location(ofBytes: 0..<0),
      notes: words.isEmpty ? notes : notes + ["generation serves \(words.joined(separator: ", "))"])
  }

  private static func words(_ test: RequirementTest, _ vocabulary: Vocabulary) -> [String] {
    switch test.accepts {
    case .choice(let mask), .holdsAny(let mask): vocabulary.words(in: mask, of: test.requirement)
    case .boolean, .quantity, .holdsNone: []
    }
  }
}
