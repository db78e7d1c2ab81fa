package import Packing

extension Predicate {
  package func write(to pack: inout PackWriter) {
    pack.write(tests) { test, pack in
      pack.write(test.requirement)
      test.accepts.write(to: &pack)
    }
  }

  package init(from pack: inout PackReader) {
    self.init(
      tests: pack.list { pack in
        RequirementTest(requirement: pack.integer(), accepts: Acceptance(from: &pack))
      })
  }
}

extension Acceptance {
  package func write(to pack: inout PackWriter) {
    switch self {
    case .choice(let mask):
      pack.write(0)
      pack.write(bits: mask)
    case .boolean(let value):
      pack.write(1)
      pack.write(value)
    case .quantity(let range):
      pack.write(2)
      pack.write(range.lowerBound)
      pack.write(range.upperBound)
    case .holdsAny(let mask):
      pack.write(3)
      pack.write(bits: mask)
    case .holdsNone(let mask):
      pack.write(4)
      pack.write(bits: mask)
    }
  }

  package init(from pack: inout PackReader) {
    switch pack.integer() {
    case 0: self = .choice(pack.bits())
    case 1: self = .boolean(pack.flag())
    case 2: self = .quantity(pack.integer()...pack.integer())
    case 3: self = .holdsAny(pack.bits())
    case 4: self = .holdsNone(pack.bits())
    case let number: preconditionFailure("a pack has no test \(number)")
    }
  }
}

extension Answer {
  package func write(to pack: inout PackWriter) {
    switch self {
    case .choice(let word):
      pack.write(0)
      pack.write(word)
    case .boolean(let value):
      pack.write(1)
      pack.write(value)
    case .quantity(let value):
      pack.write(2)
      pack.write(value)
    case .choices(let mask):
      pack.write(3)
      pack.write(bits: mask)
    case .text(let text):
      pack.write(4)
      pack.write(text)
    }
  }

  package init(from pack: inout PackReader) {
    switch pack.integer() {
    case 0: self = .choice(pack.integer())
    case 1: self = .boolean(pack.flag())
    case 2: self = .quantity(pack.integer())
    case 3: self = .choices(pack.bits())
    case 4: self = .text(pack.text())
    case let number: preconditionFailure("a pack has no answer \(number)")
    }
  }
}
