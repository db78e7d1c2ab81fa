package import Diagnostics
package import Requirements

extension DiagnosticID {
  package static let malformedSetting: DiagnosticID = "option/malformed-setting"
  package static let repeatedSetting: DiagnosticID = "option/repeated-setting"
}

/// An answer that a command line tries, such as `latency.human-waits=true`.
package struct AnswerSetting: Sendable, Hashable {
  /// The index of the requirement.
  package let requirement: Int
  package let answer: Answer
  /// Where its value stands in the option.
  package let location: SourceLocation

  /// Reads the values of an option; those that cannot be read are reported and left out.
  package static func read(
    _ texts: [String], option: String, _ vocabulary: Vocabulary, into bag: inout DiagnosticBag
  ) -> [AnswerSetting] {
    var settings: [AnswerSetting] = []
    for text in texts {
      let reader = AnswerSettingReader(text, option: option, vocabulary)
      guard let setting = reader.read(into: &bag) else { continue }
      if let other = settings.first(where: { $0.requirement == setting.requirement }) {
        let id = vocabulary[setting.requirement].id
        bag.add(
          Diagnostic(
            .repeatedSetting, "'\(id)' is set twice", at: setting.location,
            secondary: [.init(other.location, "the other")]))
      } else {
        settings.append(setting)
      }
    }
    return settings
  }
}

extension Profile {
  /// The profile with these answers in place of its own.
  package func setting(_ settings: [AnswerSetting]) -> Profile {
    var (answers, places, inherited) = (answers, places, inherited)
    for setting in settings {
      answers[setting.requirement] = setting.answer
      places[setting.requirement] = setting.location
      inherited.remove(setting.requirement)
    }
    return Profile(
      file: file, id: id, title: title, owner: owner, description: description, answers: answers,
      places: places, inherited: inherited, contract: contract, contractPlace: contractPlace,
      decision: decision, document: document)
  }
}
