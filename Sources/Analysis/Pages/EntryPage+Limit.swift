import CatalogModel
import JSONSyntax
import Reporting
import Requirements

extension EntryPage {
  mutating func fill(_ limit: Limit) {
    say("because", limit.because, limit.citations)
    say("allowance", allowance(of: limit), label: "Allowance")
    allowances(of: limit)
    say("scope", limit.scope + (limit.isShared ? ", shared by all integrations" : ""), label: "Scope")
    say("severity", limit.severity.rawValue, label: "Severity")
    say("confidence", limit.confidence.rawValue, label: "Confidence")
    if let reads = limit.reads { say("reads", reads, label: "The org's own figure") }
    member("when", condition(limit.when))
    if !limit.when.tests.isEmpty {
      add(.paragraph(RichText("Checked when: ", .quiet) + RichText(conditions.text(of: limit.when), .code)))
    }
    minimums(of: limit)
    addOn(of: limit)
    list("demand", "What technologies spend", demands(of: limit))
    list("binds", "What no profile states, to be counted by hand", bindings(of: limit))
  }

  private mutating func minimums(of limit: Limit) {
    let minimums = limit.minimums.map { minimum in
      (
        catalog.vocabulary[minimum.requirement].id.description,
        catalog.vocabulary.render(minimum.answer, of: minimum.requirement)
      )
    }
    member("atLeast", .object(minimums.map { JSONMember($0.0, .string($0.1)) }))
    guard !minimums.isEmpty else { return }
    let counted = minimums.map { "\($0.0): \($0.1)" }.joined(separator: ", ")
    add(.paragraph(RichText("The least, where it is not stated: ", .quiet) + RichText(counted, .code)))
  }

  private func spelled(_ amount: QuantityExpression) -> String {
    amount.spelled(Answers(count: catalog.vocabulary.requirements.count), catalog.vocabulary)
  }

  /// In one line, by edition where they differ.
  func allowance(of limit: Limit) -> String {
    let amounts = limit.allowances.map { spelled($0.amount) }
    let unique = Set(amounts)
    let unit = limit.kind == .count ? " " + limit.unit : ""
    let period = limit.period.map { $0.hasPrefix("per ") ? " " + $0 : " per " + $0 } ?? ""
    let figure = unique.count == 1 ? amounts[0] : "by edition, " + amounts.uniqued.joined(separator: " or ")
    return figure + unit + period
  }

  private mutating func allowances(of limit: Limit) {
    member(
      "allowances",
      .object(
        limit.allowances.map { JSONMember($0.edition ?? Limit.anyEdition, .string(spelled($0.amount))) }))
    guard limit.allowances.count > 1 else { return }
    let rows = limit.allowances.map {
      [RichText($0.edition ?? Limit.anyEdition), RichText(spelled($0.amount))]
    }
    let columns = [Block.Column("Edition"), Block.Column("Allowance", isNumeric: true)]
    add(.table(Block.Table(columns: columns, rows: rows)))
  }

  private mutating func addOn(of limit: Limit) {
    guard let addOn = limit.addOn else { return member("addOn", .null) }
    let adds = addOn.grant.map { grant in
      ", adds \(spelled(grant.adds))\(grant.isRepeatable ? " each" : "") where \(grant.owned) is owned"
    }
    say("addOn", addOn.title + (adds ?? ""), label: "Add-on", addOn.citations)
  }

  private func bindings(of limit: Limit) -> [Item] {
    limit.bindings.map { binding in
      Item(
        item: Block.Item(
          RichText(binding.technologies.joined(separator: ", "), .code),
          details: [RichText(binding.because, .prose)]),
        value: ["technologies": .strings(binding.technologies), "because": .string(binding.because)])
    }
  }

  private func demands(of limit: Limit) -> [Item] {
    limit.demands.map { demand in
      let basis = demand.amount.requirements.map { catalog.vocabulary[$0].id.description }
      return Item(
        item: Block.Item(
          RichText(demand.technologies.joined(separator: ", "), .code)
            + ": \(spelled(demand.amount))",
          details: [RichText(demand.because, .prose)] + condition(ofRow: demand)
            + (basis.isEmpty
              ? [] : [RichText("from ", .quiet) + RichText(basis.joined(separator: ", "), .code)])),
        value: [
          "technologies": .strings(demand.technologies), "when": condition(demand.when),
          "unlessBeside": .strings(demand.unlessBeside), "amount": .string(spelled(demand.amount)),
          "requirements": .strings(basis), "because": .string(demand.because),
        ])
    }
  }
}

extension EntryPage {
  /// Nothing for a row that is checked wherever its limit is.
  fileprivate func condition(ofRow demand: Limit.Demand) -> [RichText] {
    var lines: [RichText] = []
    if !demand.when.tests.isEmpty {
      lines.append(RichText("checked when: ", .quiet) + RichText(conditions.text(of: demand.when), .code))
    }
    if !demand.unlessBeside.isEmpty {
      let others = RichText(demand.unlessBeside.joined(separator: ", "), .code)
      lines.append(RichText("left out beside: ", .quiet) + others)
    }
    return lines
  }
}

extension [String] {
  /// Each once, in the order of their first appearance.
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
