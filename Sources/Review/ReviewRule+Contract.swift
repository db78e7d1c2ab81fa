import Diagnostics

extension ReviewRule {
  /// A rule about one kind of change of the contract.
  ///
  /// - Parameters:
  ///   - outgoing: What it does where the data leaves Salesforce.
  ///   - incoming: What it does where the data comes to Salesforce.
  init(
    _ kind: ContractChange.Kind, _ title: String, outgoing: Impact, incoming: Impact, because: String
  ) {
    let worst = Impact.worse(outgoing, incoming)
    self.init(kind.rawValue, title, worst.severity, because: because) { pair in
      pair.contractChanges.filter { $0.kind == kind }.map { change in
        let impact =
          switch change.flow {
          case .outgoing: outgoing
          case .incoming: incoming
          case .unknown: worst
          }
        return change.observation(impact)
      }
    }
  }
}
