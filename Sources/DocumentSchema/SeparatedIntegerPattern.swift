/// The regular expressions of integers like `20_000`, which JSON Schema readers see as text.
enum SeparatedIntegerPattern {
  /// An expression for all such spellings of the numbers in the range, which lies within
  /// `Shape.Integers.all`; `nil` where there is none, because only numbers from 1,000 up have separators.
  static func expression(for range: ClosedRange<Int>) -> String? {
    var alternatives = magnitudes(from: max(range.lowerBound, 1_000), to: range.upperBound)
    let negative = magnitudes(from: max(-range.upperBound, 1_000), to: -range.lowerBound)
    if negative == alternatives, !alternatives.isEmpty {
      return "^-?(" + alternatives.joined(separator: "|") + ")$"
    }
    alternatives += negative.map { "-" + $0 }
    return alternatives.isEmpty ? nil : "^(" + alternatives.joined(separator: "|") + ")$"
  }

  private static let largest = Shape.Integers.all.upperBound

  private static func magnitudes(from low: Int, to high: Int) -> [String] {
    guard low <= high else { return [] }
    if low == 1_000, high == largest { return ["[1-9][0-9]{0,2}(_[0-9]{3}){1,4}"] }
    var alternatives: [String] = []
    var start = low
    while start <= high {
      let length = digits(start).count
      let end = min(high, powerOfTen(length) - 1)
      alternatives += sameLength(digits(start)[...], digits(end)[...])
      start = end + 1
    }
    return alternatives
  }

  private static func powerOfTen(_ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  private static func digits(_ number: Int) -> [Int] {
    String(number).utf8.map { Int($0) - 48 }
  }

  /// Expressions for the numbers between two of the same length, place by place.
  private static func sameLength(_ low: ArraySlice<Int>, _ high: ArraySlice<Int>) -> [String] {
    guard let first = low.first, let last = high.first else { return [""] }
    let places = low.count
    let (lowRest, highRest) = (low.dropFirst(), high.dropFirst())
    let nines = Array(repeating: 9, count: places - 1)[...]
    let zeros = Array(repeating: 0, count: places - 1)[...]
    if lowRest.allSatisfy({ $0 == 0 }), highRest.allSatisfy({ $0 == 9 }) {
      return [digit(first, last) + separator(before: places - 1) + anyDigits(places - 1)]
    }
    func at(_ digit: Int, _ rests: [String]) -> [String] {
      rests.map { "\(digit)" + separator(before: places - 1) + $0 }
    }
    if first == last { return at(first, sameLength(lowRest, highRest)) }
    var result = at(first, sameLength(lowRest, nines))
    if first + 1 <= last - 1 {
      result.append(digit(first + 1, last - 1) + separator(before: places - 1) + anyDigits(places - 1))
    }
    return result + at(last, sameLength(zeros, highRest))
  }

  private static func digit(_ low: Int, _ high: Int) -> String {
    low == high ? "\(low)" : "[\(low)-\(high)]"
  }

  private static func separator(before places: Int) -> String {
    places > 0 && places % 3 == 0 ? "_" : ""
  }

  private static func anyDigits(_ places: Int) -> String {
    let leading = places % 3
    let head = leading > 0 ? "[0-9]{\(leading)}" : ""
    let groups = Array(repeating: "[0-9]{3}", count: places / 3).joined(separator: "_")
    return head + (head.isEmpty || groups.isEmpty ? "" : "_") + groups
  }
}
