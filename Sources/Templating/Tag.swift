/// A name in a template, with its bytes and those of its tag.
struct Tag: Sendable {
  let target: Target
  let use: TemplateName.Use
  let textBytes: Range<Int>
  let bytes: Range<Int>

  /// What a name stands for.
  enum Target: Sendable {
    /// `.`: the innermost value.
    case current
    /// A name without a dot, which is sought outwards; nearly every name is one.
    case name(String)
    /// A dotted name: the first part is sought outwards, each other part only in the one before it.
    case path([String])

    /// The parts of a dotted name.
    static func parts(of text: UnsafeBufferPointer<UInt8>) -> [String] {
      var parts: [String] = []
      // Nearly every dotted name has two or three parts.
      parts.reserveCapacity(3)
      var start = 0
      for index in 0...text.count where index == text.count || text[index] == UInt8(ascii: ".") {
        parts.append(String(decoding: UnsafeBufferPointer(rebasing: text[start..<index]), as: UTF8.self))
        start = index + 1
      }
      return parts
    }
  }

  /// As it stands in the template.
  var text: String {
    switch target {
    case .current: "."
    case .name(let name): name
    case .path(let parts): parts.joined(separator: ".")
    }
  }
}
