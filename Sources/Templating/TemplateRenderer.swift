import Diagnostics
import Packing

/// Runs a template's instructions over a context, gathering whatever is wrong on the way.
struct TemplateRenderer {
  /// Deeper inclusion is taken for a partial that includes itself without end.
  static let deepestInclusion = 64
  /// A bound for partials that include each other in ever growing numbers.
  static let mostInclusions = 100_000
  /// A note that lists more names than this is not read.
  private static let mostNamesShown = 20

  let partials: TemplateLibrary
  private(set) var output: [UInt8] = []
  private(set) var bag = DiagnosticBag()
  private var context: ContextStack
  private var escapings: [Escaping]
  private var indentation: [UInt8] = []
  /// Whether the template's text last ended a line, so that indentation is due before more output.
  private var isAtLineStart = false
  private var inclusions: [Inclusion] = []
  private var inclusionCount = 0
  private var reported: Set<Inclusion> = []

  /// A tag of a template; as an inclusion, that of a partial.
  private struct Inclusion: Hashable {
    let template: Template
    let tag: Int

    static func == (one: Inclusion, other: Inclusion) -> Bool {
      one.tag == other.tag && one.template.fileName == other.template.fileName
        && one.template.hasSameText(as: other.template)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(template.fileName)
      hasher.combine(tag)
    }

    /// The place of the tag.
    var location: SourceLocation { template.location(ofTag: tag) }
  }

  init(scope: TemplateScope, partials: TemplateLibrary, escaping: Escaping) {
    self.context = ContextStack(scope)
    self.partials = partials
    self.escapings = [escaping]
  }

  mutating func render(_ template: Template) {
    if output.isEmpty { output.reserveCapacity(template.text.buffer.count) }
    render(template, 0..<template.program.count)
  }

  private mutating func render(_ template: Template, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch template.program.instruction(index) {
      case .text(let bytes):
        appendText(UnsafeBufferPointer(rebasing: template.text.buffer[bytes]))
      case .variable(let tag, let isEscaped):
        renderVariable(template, tag, isEscaped: isEscaped)
      case .section(let tag, let end):
        renderSection(template, tag, body: index + 1..<end)
        index = end - 1
      case .inverted(let tag, let end):
        if let value = find(template, tag), !value.isTruthy { render(template, index + 1..<end) }
        index = end - 1
      case .escaping(let inner, let end):
        let outer = escapings
        escapings = inner
        render(template, index + 1..<end)
        escapings = outer
        index = end - 1
      case .partial(let tag, let indentation):
        renderPartial(template, tag, indentation: indentation)
      }
      index += 1
    }
  }

  private mutating func renderVariable(_ template: Template, _ tag: Int, isEscaped: Bool) {
    guard let value = find(template, tag) else { return }
    switch value {
    case .string(let text): appendValue(text, isEscaped: isEscaped)
    case .integer(let number): appendValue(String(number), isEscaped: isEscaped)
    case .bool(let truth): appendValue(truth ? "true" : "false", isEscaped: isEscaped)
    case .null:
      report(
        .templateNullValue, "'\(template.text(ofTag: tag))' has no value here", template, tag)
    case .list, .object:
      report(
        .templateNotText, "'\(template.text(ofTag: tag))' is \(value.kind), not a text", template,
        tag)
    }
  }

  private mutating func renderSection(_ template: Template, _ tag: Int, body: Range<Int>) {
    guard let value = find(template, tag), value.isTruthy else { return }
    guard case .list(let items) = value else {
      renderBody(template, body, over: value)
      return
    }
    for (index, item) in items.enumerated() {
      renderBody(template, body, over: item, at: ListPlace(index: index, of: items.count))
    }
  }

  private mutating func renderBody(
    _ template: Template, _ body: Range<Int>, over value: TemplateValue, at place: ListPlace? = nil
  ) {
    context.push(value, at: place)
    render(template, body)
    context.pop()
  }

  private mutating func renderPartial(_ template: Template, _ tag: Int, indentation: Range<Int>?) {
    let name = template.text(ofTag: tag)
    guard let partial = partials[name] else {
      if isFirstReport(template, tag) {
        bag.add(
          partials.missingPartial(template.program.tag(tag), in: template, includedBy: inclusionLabels))
      }
      return
    }
    inclusionCount += 1
    guard inclusions.count < Self.deepestInclusion, inclusionCount <= Self.mostInclusions else {
      report(.templateEndlessPartials, "Partial '\(name)' includes itself without end", template, tag)
      return
    }
    inclusions.append(Inclusion(template: template, tag: tag))
    let outer = self.indentation
    if let indentation {
      self.indentation += template.text.buffer[indentation]
      isAtLineStart = true
    }
    render(partial)
    self.indentation = outer
    inclusions.removeLast()
  }
}

/// Output.
extension TemplateRenderer {
  private mutating func appendValue(_ text: String, isEscaped: Bool) {
    if !text.isEmpty { appendIndentation() }
    guard isEscaped else {
      output.append(contentsOf: text.utf8)
      return
    }
    escapings.append(text, to: &output)
  }

  private mutating func appendText(_ text: UnsafeBufferPointer<UInt8>) {
    if indentation.isEmpty {
      output.append(contentsOf: text)
      return
    }
    var start = text.startIndex
    while start < text.endIndex {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.endIndex
      appendLine(text[start..<end])
      start = end
    }
  }

  private mutating func appendLine(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
    let isBlank = line.elementsEqual("\n".utf8) || line.elementsEqual("\r\n".utf8)
    if !isBlank { appendIndentation() }
    output.append(contentsOf: line)
    isAtLineStart = line.last == UInt8(ascii: "\n")
  }

  private mutating func appendIndentation() {
    guard isAtLineStart else { return }
    output.append(contentsOf: indentation)
    isAtLineStart = false
  }
}

/// Findings.
extension TemplateRenderer {
  private mutating func find(_ template: Template, _ tag: Int) -> TemplateValue? {
    switch context.find(template.nameBytes(ofTag: tag)) {
    case .found(let value):
      return value
    case .absent(let part, let known):
      reportMissing(part: part, known: known, template, tag)
    }
    return nil
  }

  private mutating func reportMissing(part: Int, known: [String], _ template: Template, _ tag: Int) {
    let text = template.text(ofTag: tag)
    let parts = text.split(separator: ".").map(String.init)
    let holder = part == 0 ? "The context" : "'\(parts[..<part].joined(separator: "."))'"
    let nearest = nearestSpelling(to: parts[part], among: known)
    report(
      .templateMissingName, "'\(text)' is not in the context", template, tag,
      notes: ["\(holder) holds \(listing(known))"],
      fixes: nearest.map { nearest in
        template.file.replacing(
          part: part, of: parts, with: nearest, at: template.program.tag(tag).textBytes)
      } ?? [])
  }

  private func listing(_ names: [String]) -> String {
    guard !names.isEmpty else { return "no names" }
    let shown = names.prefix(Self.mostNamesShown).joined(separator: ", ")
    let more = names.count - Self.mostNamesShown
    return more > 0 ? "\(shown) and \(more) more" : shown
  }

  private mutating func report(
    _ id: DiagnosticID, _ message: String, _ template: Template, _ tag: Int,
    notes: [String] = [], fixes: [Diagnostic.Fix] = []
  ) {
    guard isFirstReport(template, tag) else { return }
    bag.add(
      Diagnostic(
        id, message, at: template.location(ofTag: tag),
        secondary: inclusionLabels, notes: notes, fixes: fixes))
  }

  /// One report for each tag is enough, however often a loop passes it.
  private mutating func isFirstReport(_ template: Template, _ tag: Int) -> Bool {
    reported.insert(Inclusion(template: template, tag: tag)).inserted
  }

  /// Where the partials that are being rendered were included, innermost first.
  private var inclusionLabels: [Diagnostic.Label] {
    inclusions.reversed().map { Diagnostic.Label($0.location, "included here") }
  }
}

extension Template {
  fileprivate func nameBytes(ofTag tag: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text.buffer[program.textBytes(ofTag: tag)])
  }

  fileprivate func text(ofTag tag: Int) -> String { String(decoding: nameBytes(ofTag: tag), as: UTF8.self) }

  fileprivate func location(ofTag tag: Int) -> SourceLocation {
    file.location(ofBytes: program.tag(tag).bytes)
  }
}

extension TemplateValue {
  var isTruthy: Bool {
    switch self {
    case .null, .bool(false): false
    case .list(let items): !items.isEmpty
    case .bool, .string, .integer, .object: true
    }
  }
}
