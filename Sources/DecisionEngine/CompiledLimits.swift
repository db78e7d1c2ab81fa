import CatalogModel
import Packing
import Requirements

/// All limits in the evaluator's form, by the technology that they bind.
struct CompiledLimits: Sendable {
  let rows: [CompiledLimit]
  /// The rows that bind each candidate, by its index and in the catalog's order.
  private let bindings: [[Int]]
  /// The rows that may exclude, flattened: candidate `c` owns the slice `starts[c]..<starts[c + 1]`.
  private let gates: [Gate]
  private let starts: [Int]
  /// The candidates that each row binds.
  private let bound: [[Int]]
  private let screen: LimitScreen

  /// What is looked at before a row, without touching the row where it can be helped.
  struct Gate: Sendable {
    let row: Int
    /// `-1` where the row has no condition.
    let clause: Int
    /// The requirement and the figure beyond which it excludes; `-1` where it is not as simple as that.
    let requirement: Int
    let most: Int
    /// The requirement of the list that has to hold a word; `-1` where there is none.
    let list: Int
    let word: UInt64
    /// The requirement by which the allowance is looked up, and the editions that have the limit.
    let edition: Int
    let editions: UInt64

    init(_ limit: CompiledLimit, row: Int) {
      self.row = row
      clause = limit.clause ?? -1
      requirement = limit.threshold?.requirement ?? -1
      most = limit.threshold?.most ?? 0
      let addOn = limit.effect == .excludesDespiteAddOn ? limit.addOn : nil
      list = addOn?.requirement ?? -1
      word = addOn?.word ?? 0
      switch limit.allowances {
      case .any: (edition, editions) = (-1, 0)
      case .byEdition(let requirement, let amounts):
        edition = requirement ?? -1
        editions = amounts.indices.reduce(0) { $0 | (amounts[$1] == nil ? 0 : 1 << UInt64($1)) }
      }
    }

    /// Whether add-on and edition leave a chance that it excludes.
    @inline(__always)
    func isOpen(_ answers: Answers) -> Bool {
      if list >= 0 {
        guard case .choices(let held) = answers[list], held & word != 0 else { return false }
      }
      if edition >= 0, case .choice(let index) = answers[edition] {
        return editions & (1 << UInt64(index)) != 0
      }
      return true
    }
  }

  /// - Parameters:
  ///   - clauses: that of the condition of each row of each limit; `nil` where it has none.
  ///   - indices: those of the candidates, by id.
  init(_ catalog: Catalog, clauses: [[Int?]], indices: [String: Int]) {
    var rows: [CompiledLimit] = []
    var bound: [[Int]] = []
    for (number, limit) in catalog.limits.enumerated() {
      for (row, demand) in limit.demands.enumerated() {
        guard
          let compiled = CompiledLimit(
            limit, index: number, row: row, clause: clauses[number][row],
            vocabulary: catalog.vocabulary)
        else { continue }
        rows.append(compiled)
        bound.append(demand.technologies.compactMap { indices[$0] })
      }
    }
    self.init(
      rows: rows, bound: bound, screen: LimitScreen(rows, catalog.vocabulary),
      candidateCount: catalog.candidates.count)
  }

  private init(rows: [CompiledLimit], bound: [[Int]], screen: LimitScreen, candidateCount: Int) {
    let gates = rows.enumerated().map { $1.mayExclude ? Gate($1, row: $0) : nil }
    var bindings = [[Int]](repeating: [], count: candidateCount)
    for (row, candidates) in bound.enumerated() {
      for candidate in candidates { bindings[candidate].append(row) }
    }
    self.rows = rows
    self.bindings = bindings
    self.bound = bound
    self.screen = screen
    var (own, starts) = ([Gate](), [0])
    for binding in bindings {
      for row in binding { if let gate = gates[row] { own.append(gate) } }
      starts.append(own.count)
    }
    (self.gates, self.starts) = (own, starts)
  }

  init(from pack: inout PackReader) {
    self.init(
      rows: pack.list(CompiledLimit.init), bound: pack.list { $0.integers() },
      screen: LimitScreen(from: &pack), candidateCount: pack.integer())
  }

  func write(to pack: inout PackWriter) {
    pack.write(rows) { $0.write(to: &$1) }
    pack.write(bound) { $1.write($0) { $1.write($0) } }
    screen.write(to: &pack)
    pack.write(bindings.count)
  }

  /// The rows that bind a candidate.
  func rows(of candidate: Int) -> [Int] { bindings[candidate] }

  /// Whether an exceeded limit is known to exclude a candidate.
  @inline(__always)
  func exclude(_ candidate: Int, _ answers: Answers, _ verdicts: Verdicts) -> Bool {
    for place in starts[candidate]..<starts[candidate + 1] where excludes(gates[place], answers, verdicts) {
      return true
    }
    return false
  }

  /// Excludes every candidate that an exceeded limit is known to exclude, looking at each limit once.
  func apply(_ answers: Answers, _ verdicts: Verdicts, to standings: inout Standings) {
    screen.forEachDoubtful(answers, verdicts) { row in
      let isDecided = bound[row].allSatisfy { standings.excluded[$0] }
      guard !isDecided, excludes(row, answers) else { return }
      for candidate in bound[row] { standings.limit(candidate) }
    }
  }

  private func excludes(_ row: Int, _ answers: Answers) -> Bool {
    rows.withUnsafeBufferPointer { $0[row].excludes(answers) }
  }

  @inline(__always)
  private func excludes(_ gate: Gate, _ answers: Answers, _ verdicts: Verdicts) -> Bool {
    if gate.requirement >= 0 {
      guard case .quantity(let value) = answers[gate.requirement], value > gate.most else { return false }
      return holds(gate, verdicts)
    }
    guard gate.isOpen(answers), holds(gate, verdicts) else { return false }
    return excludes(gate.row, answers)
  }

  private func holds(_ gate: Gate, _ verdicts: Verdicts) -> Bool {
    gate.clause < 0 || verdicts.truth(of: gate.clause) == .yes
  }
}
