import Diagnostics
import Requirements
import YAMLSyntax

extension CatalogReader {
  func readRule(_ entry: EntryReader, into bag: inout DiagnosticBag) -> Rule {
    Rule(
      id: entry.text("id"), when: readPredicate("when", of: entry, into: &bag),
      effects: entry.entries("then").compactMap(readEffect), examples: readExamples(entry, into: &bag),
      origin: entry.origin,
      words: Deferred { Rule.Words(entry) })
  }

  func readAntiPattern(_ entry: EntryReader, into bag: inout DiagnosticBag) -> AntiPattern {
    AntiPattern(
      id: entry.text("id"), when: readPredicate("when", of: entry, into: &bag),
      recommended: entry.texts("recommended"), examples: readExamples(entry, into: &bag),
      origin: entry.origin,
      words: Deferred { AntiPattern.Words(entry) })
  }

  func readDerivation(_ entry: EntryReader, into bag: inout DiagnosticBag) -> Derivation? {
    guard let derives = entry.node["derives"], let index = conditions.requirement(derives, into: &bag) else {
      return nil
    }
    let rows = entry.entries("rows").compactMap { row -> Derivation.Row? in
      guard let gives = row.node["gives"] else { return nil }
      let when = readPredicate("when", of: row, into: &bag)
      return conditions.readAnswer(gives, of: index, into: &bag).map { Derivation.Row(when: when, gives: $0) }
    }
    return Derivation(
      id: entry.text("id"), derives: index, rows: rows, because: entry.text("because"),
      citations: entry.citations(), examples: readExamples(entry, deriving: index, into: &bag),
      origin: entry.origin)
  }

  func readConstraint(_ entry: EntryReader, into bag: inout DiagnosticBag) -> Constraint {
    Constraint(
      id: entry.text("id"), never: readPredicate("never", of: entry, into: &bag),
      because: entry.text("because"), citations: entry.citations(), origin: entry.origin)
  }

  func readContradiction(_ entry: EntryReader) -> Contradiction {
    Contradiction(
      id: entry.text("id"), title: entry.text("title"), concerns: entry.texts("concerns"),
      claims: entry.entries("claims").map {
        Contradiction.Claim(says: $0.text("says"), citations: $0.citations())
      },
      verdict: entry.text("verdict"), citations: entry.citations(), origin: entry.origin)
  }

  private func readPredicate(
    _ key: String, of entry: EntryReader, into bag: inout DiagnosticBag
  ) -> Predicate {
    entry.node[key].map { conditions.readPredicate($0, into: &bag) } ?? Predicate(tests: [])
  }

  private func readEffect(_ entry: EntryReader) -> Effect? {
    let on = entry.texts("on")
    let points = entry.integer("points")
    if entry.node["exclude"] != nil { return .exclude(entry.texts("exclude")) }
    if entry.node["require"] != nil { return .require(entry.texts("require")) }
    if entry.node["prefer"] != nil { return .prefer(entry.texts("prefer"), points: points) }
    if entry.node["avoid"] != nil { return .avoid(entry.texts("avoid"), points: points) }
    if entry.node["oblige"] != nil { return .oblige(practice: entry.text("oblige"), on: on) }
    if entry.node["warn"] != nil { return .warn(message: entry.text("warn"), on: on) }
    return nil
  }

  private func readExamples(_ entry: EntryReader, into bag: inout DiagnosticBag) -> [RuleExample] {
    guard scope == .whole else { return [] }
    return entry.entries("examples").compactMap { example in
      guard let given = example.node["given"] else { return nil }
      let answers = conditions.readAnswers(given, into: &bag)
      return RuleExample(given: answers, expect: truth(example.text("expect")), line: example.origin.line)
    }
  }

  private func truth(_ word: String) -> Truth {
    switch word {
    case "fires": .yes
    case "rests": .no
    default: .unknown
    }
  }

  private func readExamples(
    _ entry: EntryReader, deriving index: Int, into bag: inout DiagnosticBag
  ) -> [Derivation.Example] {
    guard scope == .whole else { return [] }
    return entry.entries("examples").compactMap { example in
      guard let given = example.node["given"], let expect = example.node["expect"] else { return nil }
      let answers = conditions.readAnswers(given, into: &bag)
      let isUnknown = expect.textEquals("unknown")
      let answer = isUnknown ? nil : conditions.readAnswer(expect, of: index, into: &bag)
      return Derivation.Example(given: answers, expect: answer, line: example.origin.line)
    }
  }
}

extension Rule.Words {
  init(_ entry: EntryReader) {
    self.init(
      title: entry.text("title"), because: entry.text("because"),
      sources: Deferred { entry.citations() })
  }
}

extension AntiPattern.Words {
  init(_ entry: EntryReader) {
    self.init(
      title: entry.text("title"), because: entry.text("because"), instead: entry.text("instead"),
      citations: entry.citations())
  }
}
