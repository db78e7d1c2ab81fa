import Requirements
import Packing

extension CatalogPacker {
  func write(_ limit: Limit, to pack: inout PackWriter) {
    pack.write(limit.id)
    write(limit.origin, to: &pack)
    for text in [limit.title, limit.group, limit.unit] { pack.write(text) }
    pack.write(limit.period)
    pack.write(limit.scope)
    pack.write(limit.isShared)
    limit.when.write(to: &pack)
    pack.write(limit.minimums) {
      $1.write($0.requirement)
      $1.write($0.amount)
    }
    pack.write(limit.demands) {
      $1.write($0.technologies)
      $0.when.write(to: &$1)
      $1.write($0.unlessBeside)
      $0.amount.write(to: &$1)
      $1.write($0.because)
    }
    pack.write(limit.bindings) {
      $1.write($0.technologies)
      $1.write($0.because)
    }
    pack.write(limit.allowances) {
      $1.write($0.edition)
      $0.amount.write(to: &$1)
    }
    pack.write(limit.addOn, write)
    pack.write(limit.severity.rawValue)
    pack.write(limit.confidence.rawValue)
    pack.write(limit.tightFrom.numerator)
    pack.write(limit.tightFrom.denominator)
    pack.write(limit.reads)
    pack.write(limit.because)
    write(limit.citations, to: &pack)
  }

  private func write(_ addOn: Limit.AddOn, to pack: inout PackWriter) {
    pack.write(addOn.title)
    pack.write(addOn.grant) {
      $1.write($0.owned)
      $0.adds.write(to: &$1)
      $1.write($0.isRepeatable)
    }
    write(addOn.citations, to: &pack)
  }
}

extension CatalogUnpacker {
  func limit(_ pack: inout PackReader) -> Limit {
    let id = pack.text()
    let origin = place(&pack).origin
    return Limit(
      id: id, title: pack.text(), group: pack.text(), unit: pack.text(),
      period: pack.optionalText(), scope: pack.text(), isShared: pack.flag(),
      when: Predicate(from: &pack),
      minimums: pack.list { Limit.Minimum(requirement: $0.integer(), amount: $0.integer()) },
      demands: pack.list(demand),
      bindings: pack.list { Limit.Binding(technologies: $0.texts(), because: $0.text()) },
      allowances: pack.list {
        Limit.Allowance(edition: $0.optionalText(), amount: QuantityExpression(from: &$0))
      },
      addOn: pack.optional(addOn), severity: Limit.Severity(rawValue: pack.text()) ?? .soft,
      confidence: Limit.Confidence(rawValue: pack.text()) ?? .low, tightFrom: share(&pack),
      reads: pack.optionalText(), because: pack.text(), citations: citations(&pack),
      origin: origin)
  }

  private func demand(_ pack: inout PackReader) -> Limit.Demand {
    Limit.Demand(
      technologies: pack.texts(), when: Predicate(from: &pack), unlessBeside: pack.texts(),
      amount: QuantityExpression(from: &pack), because: pack.text())
  }

  private func addOn(_ pack: inout PackReader) -> Limit.AddOn {
    Limit.AddOn(
      title: pack.text(),
      grant: pack.optional {
        Limit.AddOn.Grant(owned: $0.text(), adds: QuantityExpression(from: &$0), isRepeatable: $0.flag())
      },
      citations: citations(&pack))
  }

  private func share(_ pack: inout PackReader) -> Rational {
    Rational(pack.integer(), over: pack.integer()) ?? .one
  }
}
