import Diagnostics
import Requirements
import YAMLSyntax

extension CatalogReader {
  /// A limit without the rows whose expressions cannot be read.
  func readLimit(_ entry: EntryReader, into bag: inout DiagnosticBag) -> Limit {
    let demands = entry.entries("demand").compactMap { readDemand($0, into: &bag) }
    return Limit(
      id: entry.text("id"), title: entry.text("title"), group: entry.text("group"), unit: entry.text("unit"),
      period: entry.optionalText("period"), scope: entry.text("scope"), isShared: entry.flag("shared"),
      when: entry.node["when"].map { conditions.readPredicate($0, into: &bag) } ?? Predicate(tests: []),
      minimums: entry.node["at-least"].map { readMinimums($0, into: &bag) } ?? [], demands: demands,
      bindings: entry.entries("binds").map {
        Limit.Binding(technologies: $0.texts("for"), because: $0.text("because"))
      },
      allowances: readAllowances(entry.node["allowance"], into: &bag),
      addOn: entry.node["add-on"].map { readAddOn(EntryReader($0), into: &bag) },
      severity: Limit.Severity(rawValue: entry.text("severity")) ?? .soft,
      confidence: Limit.Confidence(rawValue: entry.text("confidence")) ?? .low,
      tightFrom: Rational(decimal: entry.text("tight-from")) ?? .one, reads: entry.optionalText("reads"),
      because: entry.text("because"), citations: entry.citations(), origin: entry.origin)
  }

  private func readMinimums(_ node: YAMLNode, into bag: inout DiagnosticBag) -> [Limit.Minimum] {
    let answers = conditions.readAnswers(node, into: &bag)
    return vocabulary.requirements.indices.compactMap { index in
      guard case .quantity(let amount) = answers[index] else { return nil }
      return Limit.Minimum(requirement: index, amount: amount)
    }
  }

  private func readDemand(_ entry: EntryReader, into bag: inout DiagnosticBag) -> Limit.Demand? {
    let when = entry.node["when"].map { conditions.readPredicate($0, into: &bag) }
    return readExpression(entry.node["is"], into: &bag).map {
      Limit.Demand(
        technologies: entry.texts("for"), when: when ?? Predicate(tests: []),
        unlessBeside: entry.texts("unless-beside"), amount: $0, because: entry.text("because"))
    }
  }

  private func readAllowances(_ node: YAMLNode?, into bag: inout DiagnosticBag) -> [Limit.Allowance] {
    guard let node else { return [] }
    return node.entries.compactMap { entry in
      guard let edition = entry.key.text, let amount = readExpression(entry.value, into: &bag) else {
        return nil
      }
      return Limit.Allowance(edition: edition == Limit.anyEdition ? nil : edition, amount: amount)
    }
  }

  private func readAddOn(_ entry: EntryReader, into bag: inout DiagnosticBag) -> Limit.AddOn {
    let owned = entry.optionalText("owned")
    let adds = readExpression(entry.node["adds"], into: &bag)
    let isRepeatable = entry.flag("repeatable")
    let known = owned.flatMap { owned in
      adds.map { Limit.AddOn.Grant(owned: owned, adds: $0, isRepeatable: isRepeatable) }
    }
    return Limit.AddOn(title: entry.text("title"), grant: known, citations: entry.citations())
  }

  private func readExpression(_ node: YAMLNode?, into bag: inout DiagnosticBag) -> QuantityExpression? {
    node.flatMap { QuantityExpression.read($0, vocabulary: vocabulary, into: &bag) }
  }
}
