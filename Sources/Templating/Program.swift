import Packing

/// What a template was parsed to, as words that are read where they lie, so that a template that was parsed by the build
/// costs nothing before it is rendered.
///
/// The first word tells how many instructions and tags there are. Instructions follow, one word each, then tags, two
/// words each, and then the escapings of each instruction behind their number. A word has 56 bits: four
/// of them say what it is, and twice 24 hold a number or a place in the text, which therefore ends before 16 MiB.
struct Program: Sendable {
  let words: StableBytes

  /// How many instructions there are.
  let count: Int
  private let tagCount: Int
  private var firstTag: Int { 1 + count }

  /// Opens what `init(_:_:)` made.
  init(words: StableBytes) {
    self.words = words
    let counts = Word(words, at: 0)
    (count, tagCount) = (counts.first, counts.second)
  }

  init(_ instructions: [Instruction], _ tags: [Tag]) {
    var words = [Word(0, instructions.count, tags.count)]
    var escapings: [Word] = []
    let firstEscaping = 1 + instructions.count + 2 * tags.count
    for instruction in instructions {
      words.append(Word(instruction, tags, escapingsAt: firstEscaping + escapings.count))
      if case .escaping(let list, _) = instruction {
        escapings.append(Word(0, 0, list.count))
        escapings += list.map { Word(0, 0, Escaping.allCases.firstIndex(of: $0) ?? 0) }
      }
    }
    for tag in tags {
      let use = TemplateName.Use.allCases.firstIndex(of: tag.use) ?? 0
      words.append(Word(use, tag.bytes.lowerBound, tag.bytes.upperBound))
      words.append(Word(0, tag.textBytes.lowerBound, tag.textBytes.upperBound))
    }
    self.init(words: StableBytes(copying: (words + escapings).flatMap(\.bytes)))
  }

  /// An instruction by its number.
  @inline(__always)
  func instruction(_ number: Int) -> Instruction {
    let word = Word(words, at: 1 + number)
    switch word.kind {
    case 0: return .text(word.first..<word.second)
    case 1: return .variable(tag: word.first, isEscaped: true)
    case 2: return .variable(tag: word.first, isEscaped: false)
    case 3: return .section(tag: word.first, end: word.second)
    case 4: return .inverted(tag: word.first, end: word.second)
    case 5: return .escaping(escapings(at: word.first), end: word.second)
    case 6: return .partial(tag: word.first, indentation: nil)
    case 7:
      let start = tag(word.first).bytes.lowerBound
      return .partial(tag: word.first, indentation: start - word.second..<start)
    case let kind: preconditionFailure("a template has no instruction \(kind)")
    }
  }

  /// A tag by its number.
  func tag(_ number: Int) -> Tag {
    let word = Word(words, at: firstTag + 2 * number)
    return Tag(
      use: TemplateName.Use.allCases[word.kind], textBytes: textBytes(ofTag: number),
      bytes: word.first..<word.second)
  }

  /// Where a tag's name stands in the text.
  func textBytes(ofTag number: Int) -> Range<Int> {
    let word = Word(words, at: firstTag + 2 * number + 1)
    return word.first..<word.second
  }

  /// Every tag, in the order of the text.
  var tags: [Tag] { (0..<tagCount).map(tag) }

  private static let escapings = Escaping.allCases

  private func escapings(at place: Int) -> [Escaping] {
    let count = Word(words, at: place).second
    var escapings: [Escaping] = []
    escapings.reserveCapacity(count)
    for number in 0..<count {
      escapings.append(Self.escapings[Word(words, at: place + 1 + number).second])
    }
    return escapings
  }
}

/// A kind and two numbers.
private struct Word {
  let bits: UInt64

  init(_ kind: Int, _ first: Int, _ second: Int) {
    bits = UInt64(kind) | UInt64(first) << 4 | UInt64(second) << 28
  }

  init(_ words: StableBytes, at place: Int) {
    let bytes = UnsafeRawBufferPointer(words.buffer)
    bits = PackedWord.unpack(bytes.loadUnaligned(fromByteOffset: 8 * place, as: UInt64.self))
  }

  init(_ instruction: Instruction, _ tags: [Tag], escapingsAt place: Int) {
    switch instruction {
    case .text(let bytes): self.init(0, bytes.lowerBound, bytes.upperBound)
    case .variable(let tag, let isEscaped): self.init(isEscaped ? 1 : 2, tag, 0)
    case .section(let tag, let end): self.init(3, tag, end)
    case .inverted(let tag, let end): self.init(4, tag, end)
    case .escaping(_, let end): self.init(5, place, end)
    case .partial(let tag, nil): self.init(6, tag, 0)
    case .partial(let tag, let indentation?): self.init(7, tag, indentation.count)
    }
  }

  var kind: Int { Int(bits & 0xF) }
  var first: Int { Int(bits >> 4 & 0xFF_FFFF) }
  var second: Int { Int(bits >> 28 & 0xFF_FFFF) }

  var bytes: [UInt8] { withUnsafeBytes(of: PackedWord.pack(bits)) { Array($0) } }
}
