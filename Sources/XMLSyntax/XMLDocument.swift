internal import CLibXML2
package import Diagnostics

/// A well-formed document, checked with its namespaces.
///
/// Nothing but the given bytes is ever read: a document with a document type declaration is
/// refused before anything in it is looked at, so that there are neither entities nor other files.
package struct XMLDocument: ~Copyable {
  private let handle: xmlDocPtr

  deinit { xmlFreeDoc(handle) }

  /// Parses a document; everything that is wrong with it goes to the bag.
  package static func parse(_ file: SourceFile, into bag: inout DiagnosticBag) -> XMLDocument? {
    read(file, keepingNodes: true, into: &bag)
  }

  /// Puts everything that is wrong with a document into the bag, without keeping it.
  package static func check(_ file: SourceFile, into bag: inout DiagnosticBag) {
    _ = read(file, keepingNodes: false, into: &bag)
  }

  private static func read(
    _ file: SourceFile, keepingNodes keeps: Bool, into bag: inout DiagnosticBag
  ) -> XMLDocument? {
    if let offset = UTF8Validation.firstInvalidByte(file.contents) {
      bag.add(
        Diagnostic(
          .xmlEncoding, "The text is not UTF-8 from here on", at: file.location(ofBytes: offset..<offset + 1))
      )
      return nil
    }
    let findings = ParserFindings(file: file)
    let handle = libxml2.parse(file.contents, keepingNodes: keeps, reportingTo: findings)
    bag.add(contentsOf: findings.bag)
    guard let handle else {
      if !findings.bag.hasErrors { bag.add(Diagnostic(.xmlSize, "'\(file.name)' is too large for XML")) }
      return nil
    }
    let document = XMLDocument(handle: handle)
    guard document.checkEncoding(of: file, into: &bag) else { return nil }
    return document
  }

  /// The element that holds all others.
  package var root: XMLElement {
    guard let element = xmlDocGetRootElement(handle) else {
      preconditionFailure("a well-formed document has a root")
    }
    return XMLElement(element)
  }

  /// The bytes are UTF-8, so that another declaration is wrong even where it makes no difference.
  private borrowing func checkEncoding(of file: SourceFile, into bag: inout DiagnosticBag) -> Bool {
    guard let declared = handle.pointee.encoding.map({ String(cString: $0) }) else { return true }
    if declared.lowercased() == "utf-8" { return true }
    bag.add(
      Diagnostic(
        .xmlEncoding, "The document declares the encoding '\(declared)', and only UTF-8 is read",
        at: file.location(ofBytes: 0..<0)))
    return false
  }
}
