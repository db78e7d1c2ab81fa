import CatalogModel
import Packing
import Requirements

extension Column {
  init(from pack: inout PackReader) {
    self.init(
      requirement: pack.integer(), cells: Cells(from: &pack), firstCell: pack.integer())
  }

  func write(to pack: inout PackWriter) {
    pack.write(requirement)
    cells.write(to: &pack)
    pack.write(firstCell)
  }
}

extension Column.Cells {
  init(from pack: inout PackReader) {
    switch pack.integer() {
    case 0: self = .choices(count: pack.integer())
    case 1: self = .boolean
    case 2: self = .cuts(pack.integers())
    case 3: self = .test(Acceptance(from: &pack))
    case let number: preconditionFailure("a pack has no cells \(number)")
    }
  }

  func write(to pack: inout PackWriter) {
    switch self {
    case .choices(let count):
      pack.write(0)
      pack.write(count)
    case .boolean: pack.write(1)
    case .cuts(let cuts):
      pack.write(2)
      pack.write(cuts) { $1.write($0) }
    case .test(let acceptance):
      pack.write(3)
      acceptance.write(to: &pack)
    }
  }
}

extension CompiledEffects {
  init(from pack: inout PackReader) {
    let (starts, candidates, points) = (pack.integers(), pack.integers(), pack.integers())
    self.init(starts: starts, contributions: zip(candidates, points).map(Contribution.init))
  }

  func write(to pack: inout PackWriter) {
    pack.write(starts) { $1.write($0) }
    pack.write(contributions.map(\.candidate)) { $1.write($0) }
    pack.write(contributions.map(\.points)) { $1.write($0) }
  }
}

extension CompiledRole {
  init(from pack: inout PackReader) {
    id = pack.text()
    clause = pack.optional { $0.integer() }
    after = pack.integers()
    isOptional = pack.flag()
    isFromTopology = pack.flag()
    technologies = pack.list {
      Rated(candidate: $0.integer(), fit: Fit(rawValue: $0.integer()) ?? .suboptimal)
    }
  }

  func write(to pack: inout PackWriter) {
    pack.write(id)
    pack.write(clause) { $1.write($0) }
    pack.write(after) { $1.write($0) }
    pack.write(isOptional)
    pack.write(isFromTopology)
    pack.write(technologies) {
      $1.write($0.candidate)
      $1.write($0.fit.rawValue)
    }
  }
}

extension Range<Int> {
  init(from pack: inout PackReader) {
    let start = pack.integer()
    self = start..<start + pack.integer()
  }

  func write(to pack: inout PackWriter) {
    pack.write(lowerBound)
    pack.write(count)
  }
}
