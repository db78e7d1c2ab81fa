/// Apex as its lexer sees it: comments and literals end where they should, and brackets match.
struct ApexText {
  private(set) var isBalanced = true

  private enum State { case code, line, block, literal }

  init(_ contents: [UInt8]) {
    var state = State.code
    var open: [UInt8] = []
    var index = 0
    while index < contents.count {
      let byte = contents[index]
      let next = index + 1 < contents.count ? contents[index + 1] : 0
      switch state {
      case .code: state = code(byte, next, &open)
      case .line: if byte == UInt8(ascii: "\n") { state = .code }
      case .block:
        if byte == UInt8(ascii: "*"), next == UInt8(ascii: "/") {
          state = .code
          index += 1
        }
      case .literal:
        if byte == UInt8(ascii: "\\") { index += 1 }
        if byte == UInt8(ascii: "\n") { isBalanced = false }
        if byte == UInt8(ascii: "'") { state = .code }
      }
      index += 1
    }
    if !open.isEmpty || state == .block || state == .literal { isBalanced = false }
  }

  private mutating func code(_ byte: UInt8, _ next: UInt8, _ open: inout [UInt8]) -> State {
    switch (byte, next) {
    case (UInt8(ascii: "/"), UInt8(ascii: "/")): return .line
    case (UInt8(ascii: "/"), UInt8(ascii: "*")): return .block
    case (UInt8(ascii: "'"), _): return .literal
    case (UInt8(ascii: "{"), _), (UInt8(ascii: "("), _), (UInt8(ascii: "["), _): open.append(byte)
    case (UInt8(ascii: "}"), _): close(UInt8(ascii: "{"), &open)
    case (UInt8(ascii: ")"), _): close(UInt8(ascii: "("), &open)
    case (UInt8(ascii: "]"), _): close(UInt8(ascii: "["), &open)
    default: break
    }
    return .code
  }

  private mutating func close(_ bracket: UInt8, _ open: inout [UInt8]) {
    if open.popLast() != bracket { isBalanced = false }
  }
}
