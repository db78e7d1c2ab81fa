import Requirements

extension Catalog {
  /// The catalog for an org that spends so much already of limits that all its integrations draw on, by the
  /// id of the limit: each integration is checked against what is left.
  package func spending(_ baseline: [String: Int]) -> Catalog {
    guard !baseline.isEmpty else { return self }
    return Catalog(
      id: id, title: title, version: version, digest: digest, vocabulary: vocabulary, sources: sources,
      roles: roles, candidates: candidates, practices: practices, antiPatterns: antiPatterns, rules: rules,
      derivations: derivations, constraints: constraints,
      limits: Entries(limits.map { limit in baseline[limit.id].map(limit.spending) ?? limit }),
      contradictions: contradictions, scenarios: scenarios, overlays: overlays)
  }
}

extension Limit {
  fileprivate func spending(_ amount: Int) -> Limit {
    let demands = demands.map { demand in
      Demand(
        technologies: demand.technologies, when: demand.when, amount: demand.amount.adding(amount),
        because: demand.because + " What the org spends already is added.")
    }
    return Limit(
      id: id, title: title, group: group, unit: unit, period: period, scope: scope, isShared: isShared,
      when: when, minimums: minimums, demands: demands, bindings: bindings, allowances: allowances,
      addOn: addOn,
      severity: severity, confidence: confidence, tightFrom: tightFrom, reads: reads, because: because,
      citations: citations, origin: origin)
  }
}
