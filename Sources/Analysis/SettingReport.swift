package import JSONSyntax
package import Reporting
package import Requirements

/// Says at the top of a report which answers were set.
package enum SettingReport {
  /// The report of a profile with set answers, which says so.
  ///
  /// - Parameter profile: as its file states it.
  package static func mark(
    _ report: Report, _ settings: [AnswerSetting], of profile: Profile, _ vocabulary: Vocabulary
  ) -> Report {
    guard !settings.isEmpty else { return report }
    var blocks = report.blocks
    let items = settings.map { item($0, profile, vocabulary) }
    blocks.insert(
      contentsOf: [.paragraph("With these answers instead of the profile's own:"), .list(items)],
      at: min(1, blocks.count))
    return Report(
      blocks: blocks,
      payload: report.payload.adding("set", .array(settings.map { value($0, profile, vocabulary) })))
  }

  private static func item(
    _ setting: AnswerSetting, _ profile: Profile, _ vocabulary: Vocabulary
  ) -> Block.Item {
    let id = vocabulary[setting.requirement].id
    let value = vocabulary.render(setting.answer, of: setting.requirement)
    let own = profile.answers[setting.requirement].map { vocabulary.render($0, of: setting.requirement) }
    let instead = own.map { $0 == value ? "as the profile says" : "the profile says \($0)" }
    return Block.Item(
      RichText("\(id): \(value)", .code)
        + RichText(" (\(instead ?? "the profile does not say"))", .quiet))
  }

  private static func value(
    _ setting: AnswerSetting, _ profile: Profile, _ vocabulary: Vocabulary
  ) -> JSONValue {
    let own = profile.answers[setting.requirement]
    return [
      "requirement": .string(vocabulary[setting.requirement].id.description),
      "value": vocabulary.machineValue(of: setting.answer, setting.requirement),
      "instead": own.map { vocabulary.machineValue(of: $0, setting.requirement) } ?? .null,
    ]
  }
}

extension JSONValue {
  /// The object with one more member at its end; anything else as it is.
  package func adding(_ key: String, _ value: JSONValue) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members + [JSONMember(key, value)])
  }
}
