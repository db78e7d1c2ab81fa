package import Packing

extension Vocabulary {
  package func write(to pack: inout PackWriter) {
    pack.write(requirements) { requirement, pack in
      pack.write(requirement.id.section)
      pack.write(requirement.id.key)
      requirement.type.write(to: &pack)
      pack.write(requirement.asks)
    }
  }

  package init(from pack: inout PackReader) {
    self.init(
      requirements: pack.list { pack in
        let id = RequirementID(section: pack.text(), key: pack.text())
        return Requirement(id: id, type: RequirementType(from: &pack), asks: pack.text())
      })
  }
}

extension RequirementType {
  func write(to pack: inout PackWriter) {
    switch self {
    case .enumeration(let words):
      pack.write(0)
      pack.write(words)
    case .boolean: pack.write(1)
    case .count: pack.write(2)
    case .duration(let classes):
      pack.write(3)
      pack.write(classes) {
        $1.write($0.name); $1.write($0.bound)
      }
    case .size: pack.write(4)
    case .list(let words):
      pack.write(5)
      pack.write(words)
    case .text: pack.write(6)
    }
  }

  init(from pack: inout PackReader) {
    switch pack.integer() {
    case 0: self = .enumeration(pack.texts())
    case 1: self = .boolean
    case 2: self = .count
    case 3:
      self = .duration(classes: pack.list { DurationClass(name: $0.text(), bound: $0.integer()) })
    case 4: self = .size
    case 5: self = .list(pack.texts())
    case 6: self = .text
    case let number: preconditionFailure("a pack has no requirement type \(number)")
    }
  }
}
