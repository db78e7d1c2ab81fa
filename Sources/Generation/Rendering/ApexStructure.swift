import Diagnostics

/// A look at Apex that finds what a value that broke out of its place would leave behind: strings and
/// comments without an end, and brackets that do not match.
struct ApexStructure {
  /// What is wrong, and where.
  struct Fault {
    let message: String
    let bytes: Range<Int>
  }

  private let bytes: [UInt8]
  private var index = 0
  private var open: [(bracket: UInt8, index: Int)] = []

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The first fault of a source.
  static func fault(in bytes: [UInt8]) -> Fault? {
    var structure = ApexStructure(bytes)
    return structure.scan()
  }

  private mutating func scan() -> Fault? {
    while index < bytes.count {
      if let fault = step() { return fault }
    }
    return open.last.map { fault("the bracket is not closed", at: $0.index) }
  }

  private mutating func step() -> Fault? {
    let start = index
    switch bytes[index] {
    case UInt8(ascii: "'"):
      return skipString() ? nil : fault("the string is not closed on its line", at: start)
    case UInt8(ascii: "/") where next == UInt8(ascii: "/"): skipLine()
    case UInt8(ascii: "/") where next == UInt8(ascii: "*"):
      return skipComment() ? nil : fault("the comment is not closed", at: start)
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      open.append((bytes[index], index))
      index += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      guard open.popLast().map({ Self.closing($0.bracket) }) == bytes[index] else {
        return fault("the bracket closes nothing", at: start)
      }
      index += 1
    default: index += 1
    }
    return nil
  }

  private var next: UInt8? { index + 1 < bytes.count ? bytes[index + 1] : nil }

  private static func closing(_ bracket: UInt8) -> UInt8 {
    switch bracket {
    case UInt8(ascii: "("): UInt8(ascii: ")")
    case UInt8(ascii: "["): UInt8(ascii: "]")
    default: UInt8(ascii: "}")
    }
  }

  private mutating func skipString() -> Bool {
    index += 1
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "'"):
        index += 1
        return true
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return false
      case UInt8(ascii: "\\"): index += 2
      default: index += 1
      }
    }
    return false
  }

  private mutating func skipLine() {
    index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
  }

  private mutating func skipComment() -> Bool {
    index += 2
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "*"), next == UInt8(ascii: "/") {
        index += 2
        return true
      }
      index += 1
    }
    return false
  }

  private func fault(_ message: String, at index: Int) -> Fault {
    Fault(message: message, bytes: index..<min(index + 1, bytes.count))
  }
}
