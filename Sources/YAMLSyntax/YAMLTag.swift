/// The tags of the core schema.
enum YAMLTag {
  enum Effect {
    case none, text, refused
  }

  private static let core = "tag:yaml.org,2002:"

  static func isCore(_ tag: String) -> Bool {
    ["str", "null", "bool", "int", "float", "seq", "map"].contains { tag == core + $0 }
  }

  /// Whether a collection may have the tag.
  static func fits(_ tag: String, _ kind: YAMLRecord.Kind) -> Bool {
    switch kind {
    case .sequence: tag == "!" || tag == core + "seq"
    case .mapping: tag == "!" || tag == core + "map"
    case .scalar, .alias: false
    }
  }

  /// What a tag makes of a scalar; a tag for a number, a boolean or null must say what is there anyway.
  static func effect(of tag: String, on text: UnsafeBufferPointer<UInt8>, isPlain: Bool) -> Effect {
    if tag == "!" || tag == core + "str" { return .text }
    guard isPlain, tag.hasPrefix(core) else { return .refused }
    switch (tag.dropFirst(core.count), YAMLSpelling.core(text)) {
    case ("null", .null), ("bool", .bool), ("int", .integer), ("float", .integer), ("float", .decimal):
      return .none
    case (_, .null), (_, .bool), (_, .integer), (_, .decimal), (_, .string): return .refused
    }
  }

  /// The tag as it is usually written.
  static func shorthand(_ tag: String) -> String {
    tag.hasPrefix(core) ? "!!" + tag.dropFirst(core.count) : tag
  }
}
