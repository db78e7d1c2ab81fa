import CLibYAML
import Diagnostics

/// Owns a parser of libyaml over bytes that outlive it.
struct YAMLEventParser: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// `nil` where libyaml cannot have the memory that it needs.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      return nil
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// Reads the next event, which the caller deletes; false where the text is no YAML.
  func next(_ event: UnsafeMutablePointer<yaml_event_t>) -> Bool {
    yaml_parser_parse(parser, event) == 1
  }

  /// What libyaml found wrong.
  var fault: YAMLSyntaxFault {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "the text cannot be read"
    let context = parser.pointee.context.map { String(cString: $0) }
    return YAMLSyntaxFault(
      problem: problem, place: SourcePosition(parser.pointee.problem_mark), context: context,
      contextPlace: SourcePosition(parser.pointee.context_mark))
  }
}

extension SourcePosition {
  /// A mark of libyaml, which counts from 0.
  init(_ mark: yaml_mark_t) {
    self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}
