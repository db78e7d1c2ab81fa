import CLibYAML
package import Diagnostics

extension YAMLTree {
  /// Parses a file that holds one document; `nil` where anything is wrong with it, and the bag says what.
  ///
  /// Keeping duplicate keys, which the bag reports all the same, lets a reader find the other mistakes too.
  package static func parse(
    _ file: SourceFile, limits: YAMLLimits = .standard, keepingDuplicateKeys: Bool = false,
    into bag: inout DiagnosticBag
  ) -> YAMLTree? {
    if let fault = YAMLTextCheck.fault(in: file, limits: limits) {
      bag.add(fault)
      return nil
    }
    var builder = YAMLTreeBuilder(file: file, limits: limits)
    file.contents.withUnsafeBufferPointer { bytes in
      let start = YAMLTextCheck.byteOrderMarkLength(bytes)
      builder.readEvents(of: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
    return builder.finish(keepingDuplicateKeys: keepingDuplicateKeys, into: &bag)
  }
}

extension YAMLTreeBuilder {
  fileprivate mutating func readEvents(of bytes: UnsafeBufferPointer<UInt8>) {
    guard let parser = YAMLEventParser(bytes) else {
      return report(Diagnostic(.yamlSyntax, "There is no memory to read the file"))
    }
    withUnsafeTemporaryAllocation(of: yaml_event_t.self, capacity: 1) { space in
      guard let event = space.baseAddress else { return }
      var isReading = true
      while isReading {
        guard parser.next(event) else { return report(parser.fault.diagnostic(in: file)) }
        isReading = take(event) && event.pointee.type != YAML_STREAM_END_EVENT
        yaml_event_delete(event)
      }
    }
  }
}
