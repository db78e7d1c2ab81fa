package import Packing

extension QuantityEstimates {
  package init(from pack: inout PackReader) {
    self.init(
      steps: pack.list { pack in
        guard let operation = Operation(rawValue: pack.integer()) else {
          preconditionFailure("a pack has an operation that is none")
        }
        return Step(operation: operation, left: pack.integer(), right: pack.integer())
      })
  }

  package func write(to pack: inout PackWriter) {
    pack.write(steps) {
      $1.write($0.operation.rawValue)
      $1.write($0.left)
      $1.write($0.right)
    }
  }
}
