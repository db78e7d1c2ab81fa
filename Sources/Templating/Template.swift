package import Diagnostics
package import Packing

/// A parsed Mustache template.
///
/// The syntax is that of the Mustache specification without its optional modules, with three
/// differences, all on the side of strictness or of generated code:
///
/// - A name has to exist where it is used; an absent optional is given as `null`, which a section
///   takes as false and a variable refuses. A partial has to exist, too.
/// - Names that begin with `escape.` are the engine's own. A section
///   `{{#escape.json}}…{{/escape.json}}` sets the escaping of what is inside it (see ``Escaping``);
///   several contexts are written from the inside outwards, so `escape.json.xml` is for JSON inside
///   XML.
/// - The indentation of a partial goes to every line that comes out of it, in every round of every
///   loop, except that a blank line stays blank and a line break inside a value adds none.
///
/// Text is copied byte for byte: line breaks stay what the template has (LF or CRLF), and the last
/// line ends as the template ends.
package struct Template: Sendable {
  /// The name of the file that was parsed.
  package let fileName: String
  /// What was parsed, in UTF-8.
  package let text: StableBytes
  let program: Program

  private init(fileName: String, text: StableBytes, program: Program) {
    (self.fileName, self.text, self.program) = (fileName, text, program)
  }

  /// A template that was parsed before.
  ///
  /// - Parameter code: what `code` was when the same text was parsed; any other is a fault of the program.
  package init(fileName: String, text: StableBytes, code: StableBytes) {
    self.init(fileName: fileName, text: text, program: Program(words: code))
  }

  /// What the text was parsed to, in ASCII.
  package var code: StableBytes { program.words }

  /// The file that was parsed, made anew with each use.
  package var file: SourceFile { SourceFile(name: fileName, contents: Array(text.buffer)) }

  package func hasSameText(as other: Template) -> Bool { text.buffer.elementsEqual(other.text.buffer) }

  /// Parses a template; everything that is wrong with it goes to the bag.
  package static func parse(_ file: SourceFile, into bag: inout DiagnosticBag) -> Template? {
    guard checkEncoding(of: file, into: &bag) else { return nil }
    var parser = TemplateParser(file: file)
    parser.parse()
    bag.add(contentsOf: parser.bag)
    guard !parser.bag.hasErrors else { return nil }
    return Template(
      fileName: file.name, text: StableBytes(copying: file.contents),
      program: Program(parser.instructions, parser.tags))
  }

  /// A tag's name as it stands in the template.
  func text(of tag: Tag) -> String { String(decoding: text.buffer[tag.textBytes], as: UTF8.self) }

  /// Every use of a name, in the order of the text.
  package var names: [TemplateName] {
    let file = file
    return program.tags.map {
      TemplateName(text: text(of: $0), use: $0.use, location: file.location(ofBytes: $0.bytes))
    }
  }

  /// The names of the partials that the template includes, in the order of the text.
  package var partialNames: [String] { program.tags.filter { $0.use == .partial }.map(text) }

  /// Renders the template; `nil` if anything went wrong, all of which is in the bag.
  package func render(
    _ scope: TemplateScope, partials: TemplateLibrary = TemplateLibrary(), escaping: Escaping,
    into bag: inout DiagnosticBag
  ) -> String? {
    renderBytes(scope, partials: partials, escaping: escaping, into: &bag).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Renders the template as the bytes of a file, which are UTF-8; `nil` if anything went wrong, all of which is in
  /// the bag.
  package func renderBytes(
    _ scope: TemplateScope, partials: TemplateLibrary = TemplateLibrary(), escaping: Escaping,
    into bag: inout DiagnosticBag
  ) -> [UInt8]? {
    var renderer = TemplateRenderer(scope: scope, partials: partials, escaping: escaping)
    renderer.render(self)
    bag.add(contentsOf: renderer.bag)
    // Without the room that was left for more, which would be held as long as the file.
    return renderer.bag.hasErrors ? nil : renderer.output.withUnsafeBufferPointer(Array.init)
  }

  private static func checkEncoding(of file: SourceFile, into bag: inout DiagnosticBag) -> Bool {
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if file.contents.starts(with: byteOrderMark) {
      bag.add(
        Diagnostic(
          .templateEncoding, "A template must not begin with a byte order mark",
          at: file.location(ofBytes: 0..<3)))
      return false
    }
    if let offset = UTF8Validation.firstInvalidByte(file.contents) {
      bag.add(
        Diagnostic(
          .templateEncoding, "The template is not UTF-8 from here on",
          at: file.location(ofBytes: offset..<offset + 1)))
      return false
    }
    return true
  }
}
