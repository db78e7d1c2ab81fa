package import Diagnostics

/// A parsed template as numbers, for those who parse long before they render.
extension Template {
  /// What the text was parsed to; together with the text it makes the same template again.
  package var numbers: [Int] {
    var numbers = [tags.count]
    for tag in tags {
      numbers += [tag.use.number, tag.bytes.lowerBound, tag.textBytes.lowerBound - tag.bytes.lowerBound]
      numbers += [tag.textBytes.count, tag.bytes.upperBound - tag.textBytes.upperBound]
    }
    for instruction in instructions { instruction.write(to: &numbers) }
    return numbers
  }

  /// - Parameter numbers: what the build wrote of a template with the same text; others are a fault of the program.
  package init(_ file: SourceFile, numbers: [Int]) {
    var reader = NumberReader(numbers: numbers)
    let count = reader.next()
    var tags: [Tag] = []
    tags.reserveCapacity(count)
    for _ in 0..<count { tags.append(Tag(from: &reader)) }
    var instructions: [Instruction] = []
    // An instruction is two numbers or more.
    instructions.reserveCapacity(reader.rest / 2)
    while !reader.isAtEnd { instructions.append(Instruction(from: &reader)) }
    self.init(file: file, instructions: instructions, tags: tags)
  }
}

/// Numbers that are read one after the other.
private struct NumberReader {
  let numbers: [Int]
  private var place = 0

  init(numbers: [Int]) { self.numbers = numbers }

  var isAtEnd: Bool { place == numbers.count }

  /// How many are left.
  var rest: Int { numbers.count - place }

  mutating func next() -> Int {
    defer { place += 1 }
    return numbers[place]
  }

  mutating func range() -> Range<Int> {
    let start = next()
    return start..<start + next()
  }
}

extension Tag {
  fileprivate init(from reader: inout NumberReader) {
    use = TemplateName.Use(number: reader.next())
    let start = reader.next()
    let textStart = start + reader.next()
    textBytes = textStart..<textStart + reader.next()
    bytes = start..<textBytes.upperBound + reader.next()
  }
}

extension TemplateName.Use {
  fileprivate var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  fileprivate init(number: Int) { self = Self.allCases[number] }
}

extension Instruction {
  fileprivate func write(to numbers: inout [Int]) {
    switch self {
    case .text(let bytes): numbers += [0, bytes.lowerBound, bytes.count]
    case .variable(let tag, let isEscaped): numbers += [isEscaped ? 1 : 2, tag]
    case .section(let tag, let end): numbers += [3, tag, end]
    case .inverted(let tag, let end): numbers += [4, tag, end]
    case .escaping(let escapings, let end):
      numbers += [5, end, escapings.count]
      numbers += escapings.map { Escaping.allCases.firstIndex(of: $0) ?? 0 }
    case .partial(let tag, nil): numbers += [6, tag]
    case .partial(let tag, let indentation?):
      numbers += [7, tag, indentation.lowerBound, indentation.count]
    }
  }

  fileprivate init(from reader: inout NumberReader) {
    switch reader.next() {
    case 0: self = .text(reader.range())
    case 1: self = .variable(tag: reader.next(), isEscaped: true)
    case 2: self = .variable(tag: reader.next(), isEscaped: false)
    case 3: self = .section(tag: reader.next(), end: reader.next())
    case 4: self = .inverted(tag: reader.next(), end: reader.next())
    case 5:
      let end = reader.next()
      let count = reader.next()
      self = .escaping((0..<count).map { _ in Escaping.allCases[reader.next()] }, end: end)
    case 6: self = .partial(tag: reader.next(), indentation: nil)
    case 7: self = .partial(tag: reader.next(), indentation: reader.range())
    case let number: preconditionFailure("a template has no instruction \(number)")
    }
  }
}
