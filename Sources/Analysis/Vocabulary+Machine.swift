import JSONSyntax
import Requirements

extension Vocabulary {
  /// An answer for machines: words and units as a profile writes them, counts and truths as JSON has them.
  func machineValue(of answer: Answer, _ index: Int) -> JSONValue {
    switch answer {
    case .boolean(let value): .bool(value)
    case .choices(let mask): .strings(words(in: mask, of: index))
    case .choice, .text: .string(render(answer, of: index))
    case .quantity(let value):
      if case .count = self[index].type { .integer(value) } else { .string(render(answer, of: index)) }
    }
  }
}
