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
    /// A name with one dot, as nearly every dotted one is: the first part is sought outwards, the second only in it.
    case member(of: String, String)
    /// A name with more dots: each part behind the first is sought only in the one before it.
    case path([String])

    /// - Parameter text: a name with a dot.
    init(dotted text: UnsafeBufferPointer<UInt8>) {
      guard let dot = text.firstIndex(of: Self.dot), !text[(dot + 1)...].contains(Self.dot) else {
        self = .path(Self.parts(of: text))
        return
      }
      self = .member(of: Self.part(text, 0..<dot), Self.part(text, dot + 1..<text.count))
    }

    /// The parts of a dotted name.
    static func parts(of text: UnsafeBufferPointer<UInt8>) -> [String] {
      var parts: [String] = []
      var start = 0
      for index in 0...text.count where index == text.count || text[index] == dot {
        parts.append(part(text, start..<index))
        start = index + 1
      }
      return parts
    }

    private static func part(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
      String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self)
    }

    private static let dot = UInt8(ascii: ".")
  }

  /// As it stands in the template.
  var text: String {
    switch target {
    case .current: "."
    case .name(let name): name
    case .member(let holder, let name): holder + "." + name
    case .path(let parts): parts.joined(separator: ".")
    }
  }
}
