import CatalogModel
import DecisionEngine
import EmbeddedKnowledge
import JSONSyntax
import Requirements

/// Decisions per second on one thread over the published scenarios, beside the naive evaluator; with the
/// argument `export`, rules and profiles for another engine.
@main
struct DecisionBenchmark {
  static func main() {
    let catalog = EmbeddedCatalog.read()
    let table = DecisionTable(catalog)
    let profiles = catalog.scenarios.map { table.complete($0.answers).answers }
    if CommandLine.arguments.contains("export") {
      print(RuleExport(catalog: catalog, profiles: profiles).json.rendered())
      return
    }
    let naive = NaiveEvaluator(predicates: DecisionTable.predicates(of: catalog))
    var evaluation = table.makeEvaluation()
    print(
      "\(catalog.rules.count) rules, \(catalog.candidates.count) candidates, \(profiles.count) profiles; best of 9"
    )
    report("full ranking", profiles) { table.rank($0, into: &evaluation) }
    report("ranking with explanation data", profiles) {
      table.rank($0, into: &evaluation)
      table.applyLimits($0, to: &evaluation)
    }
    var verdicts = Verdicts(clauseCount: naive.predicates.count)
    report("truth of every rule, compiled", profiles) { table.index.evaluate($0, into: &verdicts) }
    report("truth of every rule, naive", profiles) { _ = naive.evaluate($0) }
    report("decision with its whole trace", profiles, rounds: 5) { _ = table.decide($0) }
  }

  /// Prints how often the work is done in a second, by the best of nine runs over all profiles.
  private static func report(
    _ name: String, _ profiles: [Answers], rounds: Int = 400, _ work: (Answers) -> Void
  ) {
    let clock = ContinuousClock()
    let times = (0..<9).map { _ in
      clock.measure { for _ in 0..<rounds { for profile in profiles { work(profile) } } }
    }
    guard let best = times.min() else { return }
    let seconds = Double(best.components.seconds) + Double(best.components.attoseconds) * 1e-18
    let rate = Int(Double(rounds * profiles.count) / seconds)
    let padding = String(repeating: " ", count: max(1, 34 - name.count))
    print("\(name)\(padding)\(Quantity.renderCount(rate)) per second")
  }
}
