import Diagnostics

extension Finding {
  /// What was and what is, such as `date → string`; `nil` where message or reasons say it.
  var values: String? {
    guard hasValues else { return nil }
    switch (before, after) {
    case (let before?, let after?): return "\(before) → \(after)"
    case (let before?, nil): return "was \(before)"
    case (nil, let after?): return "now \(after)"
    case (nil, nil): return nil
    }
  }

  private var hasValues: Bool {
    switch (before, after) {
    case (_?, _?): reasons.isEmpty || rule.topic == .contract || rule.topic == .org
    case (let value?, nil), (nil, let value?):
      (reasons.isEmpty || rule.topic == .contract) && !message.contains(value)
    case (nil, nil): false
    }
  }

  /// Values and reasons, a line for each.
  var details: [String] { [values].compactMap { $0 } + reasons }

  /// The first reasons, and how many more there are: nobody reads a hundred files below one line of a change.
  var firstReasons: [String] {
    let rest = reasons.count - Self.mostReasons
    return rest > 0 ? reasons.prefix(Self.mostReasons) + ["and \(rest) more"] : reasons
  }

  private static let mostReasons = 12

  /// `file:line` where a reader looks first; and where it stood before, as far as lines of the profile were compared.
  var placeText: String? {
    guard let place else { return nil }
    let text = "\(place.file.name):\(place.range.start.line)"
    guard rule.topic == .contract || rule.id == ReviewRule.decisionAnswerRemoved.id, let base, let revision,
      base.file.name != revision.file.name || base.range.start.line != revision.range.start.line
    else { return text }
    let file = base.file.name == revision.file.name ? "" : base.file.name
    return "\(text), before \(file):\(base.range.start.line)"
  }
}
