import CatalogModel
import Packing
import Requirements

/// Tells without exact arithmetic which of the limits that may exclude are not exceeded.
struct LimitScreen: Sendable {
  private let estimates: QuantityEstimates
  private let checks: [Check]

  struct Check: Sendable {
    let row: Int
    /// `-1` where the row has no condition.
    let clause: Int
    /// Where the demand is estimated.
    let demand: Int
    /// What there is at least, whatever is answered.
    let allowance: Double
  }

  init(_ rows: [CompiledLimit], _ vocabulary: Vocabulary) {
    var estimates = QuantityEstimates()
    var checks: [Check] = []
    for (number, row) in rows.enumerated() where row.mayExclude {
      let allowance = row.allowances.amounts.map { $0.estimatedLeast(vocabulary) }.min() ?? .infinity
      let demand = estimates.add(row.demand)
      checks.append(Check(row: number, clause: row.clause ?? -1, demand: demand, allowance: allowance))
    }
    self.estimates = estimates
    self.checks = checks
  }

  init(from pack: inout PackReader) {
    estimates = QuantityEstimates(from: &pack)
    checks = pack.list {
      Check(
        row: $0.integer(), clause: $0.integer(), demand: $0.integer(),
        allowance: Double(bitPattern: $0.bits()))
    }
  }

  func write(to pack: inout PackWriter) {
    estimates.write(to: &pack)
    pack.write(checks) {
      $1.write($0.row)
      $1.write($0.clause)
      $1.write($0.demand)
      $1.write(bits: $0.allowance.bitPattern)
    }
  }

  /// Calls with every row whose condition holds and that may be exceeded.
  @inline(__always)
  func forEachDoubtful(_ answers: Answers, _ verdicts: Verdicts, _ body: (Int) -> Void) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: estimates.count) { values in
      estimates.evaluate(answers, into: values)
      checks.withUnsafeBufferPointer { checks in
        for check in checks where values[check.demand] > check.allowance {
          guard check.clause < 0 || verdicts.truth(of: check.clause) == .yes else { continue }
          body(check.row)
        }
      }
    }
  }
}
