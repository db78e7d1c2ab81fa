import CatalogModel
import DecisionEngine
import Reporting
import Requirements

extension RecommendationReport {
  /// The limits that bind the recommended technologies.
  mutating func capacity() -> [Block] {
    let groups = CapacityGroup.groups(of: decision.capacity)
    let known = groups.filter { $0.finding.verdict != .unknown }
    guard !groups.isEmpty else { return [] }
    return [.heading(level: 2, "Capacity")] + table(known) + reckonings(known)
      + unknown(groups.filter { $0.finding.verdict == .unknown })
  }

  private mutating func table(_ groups: [CapacityGroup]) -> [Block] {
    guard !groups.isEmpty else { return [] }
    let columns = [
      Block.Column("Limit"), Block.Column("Demand", isNumeric: true),
      Block.Column("Allowance", isNumeric: true),
      Block.Column("Share", isNumeric: true), Block.Column("Verdict"),
    ]
    let rows = groups.map { group in
      let text = text(of: group.finding)
      return [
        RichText(group.finding.limit.title) + " "
          + citations.marks(group.finding.limit.citations, of: group.finding.limit.origin),
        RichText(text.demand), RichText(text.allowance), RichText(text.share),
        verdict(of: group.finding),
      ]
    }
    return [.table(Block.Table(columns: columns, rows: rows))]
  }

  private func text(of finding: CapacityFinding) -> CapacityText {
    CapacityText(finding, decision.answers, catalog)
  }

  private func verdict(of finding: CapacityFinding) -> RichText {
    switch finding.verdict {
    case .fits: RichText("fits", .good)
    case .tight: RichText("tight", .strong)
    case .exceeded: RichText("exceeded", .bad)
    case .unknown: RichText("unknown", .quiet)
    }
  }

  /// How the figures that matter came about; all of them where everything is asked for.
  private mutating func reckonings(_ groups: [CapacityGroup]) -> [Block] {
    let shown = groups.filter { isVerbose || $0.finding.verdict != .fits }
    guard !shown.isEmpty else { return [] }
    return [.list(shown.map { reckoning($0) })]
  }

  private mutating func reckoning(_ group: CapacityGroup) -> Block.Item {
    let finding = group.finding
    let text = text(of: finding)
    var details = [RichText(finding.demand.because, .prose), RichText(finding.limit.because, .prose)]
    if let remedy = text.remedy, let addOn = finding.limit.addOn {
      details.append(RichText(remedy) + " " + citations.marks(addOn.citations))
    }
    return Block.Item(
      RichText(finding.limit.title, .strong) + " (\(group.names)): " + RichText(text.arithmetic) + " "
        + citations.marks(finding.limit.citations, of: finding.limit.origin),
      details: details)
  }

  private func unknown(_ groups: [CapacityGroup]) -> [Block] {
    guard !groups.isEmpty else { return [] }
    let items = groups.map { group in
      let needs = text(of: group.finding).needs.map { RichText("needs ") + RichText($0, .code) }
      return Block.Item(
        RichText(group.finding.limit.title) + " (\(group.names)): "
          + (needs ?? "cannot be reckoned, because it divides by zero"))
    }
    return [.paragraph("Not known yet:"), .list(items)]
  }

  /// Exceeded limits that knock nothing out.
  mutating func capacityWarnings() -> [Block.Item] {
    CapacityGroup.groups(of: decision.capacity).filter { $0.finding.effect != .none }.map { group in
      Block.Item(
        RichText(text(of: group.finding).warning) + " "
          + citations.marks(group.finding.limit.citations, of: group.finding.limit.origin))
    }
  }

  /// Why an exceeded limit knocks a technology out.
  mutating func reason(for finding: CapacityFinding) -> RichText {
    RichText(text(of: finding).warning) + ". " + RichText(finding.limit.because, .prose) + " "
      + citations.marks(finding.limit.citations, of: finding.limit.origin)
  }
}
