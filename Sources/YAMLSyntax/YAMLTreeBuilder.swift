import CLibYAML
import Diagnostics

/// Makes records of libyaml's events, and gathers what is wrong beyond the syntax.
struct YAMLTreeBuilder: ~Copyable {
  typealias Event = UnsafeMutablePointer<yaml_event_t>

  /// So many findings are shown; where there are more, and not all of them keys given twice, the rest of the file is
  /// not looked at.
  static let mostFindings = 100

  let file: SourceFile
  let limits: YAMLLimits
  private var writer: YAMLArenaWriter
  private var findings: [Diagnostic] = []
  private var open: [OpenCollection] = []
  private var anchors = YAMLAnchors()
  private var duplicates = DuplicateKeys()
  private var documents = 0
  /// Whether nothing but keys given twice was found, so that the rest can be read.
  private var isReadable = true
  /// Whether there are findings that are not shown.
  private var isIncomplete = false

  /// A collection whose end has not come yet.
  private struct OpenCollection {
    let record: Int
    let isMapping: Bool
    let isFlow: Bool
    let anchor: String?
    let aliasedBefore: Int
    var children = 0
    /// Where the last child ends.
    var end: PackedPosition
    /// How many collections lie in one another below it.
    var height = 0
  }

  init(file: SourceFile, limits: YAMLLimits) {
    self.file = file
    self.limits = limits
    writer = YAMLArenaWriter(textLength: file.contents.count)
  }

  mutating func report(_ finding: Diagnostic) {
    if finding.id != .yamlDuplicateKey { isReadable = false }
    guard findings.count < Self.mostFindings else { return isIncomplete = true }
    findings.append(finding)
  }

  /// Whether the rest of the file is of interest.
  private var isGoingOn: Bool { isReadable || !isIncomplete }

  /// The tree, if nothing was wrong but keys given twice where these are kept.
  consuming func finish(keepingDuplicateKeys keeps: Bool, into bag: inout DiagnosticBag) -> YAMLTree? {
    if findings.isEmpty, isEmptyDocument {
      let start = SourceRange(line: 1, columns: 1..<1)
      report(Diagnostic(.yamlEmpty, "The file is empty", at: SourceLocation(file: file, range: start)))
    }
    for finding in findings { bag.add(finding) }
    if isIncomplete {
      bag.add(
        Diagnostic(
          .yamlMore, "There are more findings in \(file.name) than are shown", severity: .note,
          at: findings.last?.primary?.location))
    }
    guard findings.isEmpty || keeps && isReadable else { return nil }
    return YAMLTree(file: file, arena: writer.finish(), root: 0)
  }

  private var isEmptyDocument: Bool {
    guard writer.recordCount > 0 else { return true }
    let root = writer.head(0)
    return root.kind == .scalar && root.style == .plain && root.extent == 0 && !root.isTaggedText
  }

  /// Takes in one event; false where the rest of the file is of no interest any more.
  mutating func take(_ event: Event) -> Bool {
    switch event.pointee.type {
    case YAML_SCALAR_EVENT: takeScalar(event)
    case YAML_SEQUENCE_START_EVENT: return begin(.sequence, event)
    case YAML_MAPPING_START_EVENT: return begin(.mapping, event)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: end(event)
    case YAML_ALIAS_EVENT: return takeAlias(event)
    case YAML_DOCUMENT_START_EVENT: return takeDocumentStart(event)
    default: break
    }
    return isGoingOn
  }
}

// MARK: - Places and parents

extension YAMLTreeBuilder {
  private func location(of event: Event) -> SourceLocation {
    SourceLocation(
      file: file,
      range: SourceRange(
        start: SourcePosition(event.pointee.start_mark), end: SourcePosition(event.pointee.end_mark)))
  }

  private func location(ofRecord index: Int) -> SourceLocation {
    SourceLocation(
      file: file,
      range: SourceRange(start: writer.start(index).unpacked, end: writer.end(index).unpacked))
  }

  /// Whether the next node is the key of an entry.
  private var isAtKey: Bool {
    guard let top = open.last else { return false }
    return top.isMapping && top.children & 1 == 0
  }

  /// Tells the collection around it of a child that is complete.
  private mutating func addChild(end: PackedPosition, height: Int) {
    guard let top = open.indices.last else { return }
    open[top].children += 1
    open[top].end = end
    if height > open[top].height { open[top].height = height }
  }
}

// MARK: - Documents

extension YAMLTreeBuilder {
  private mutating func takeDocumentStart(_ event: Event) -> Bool {
    documents += 1
    guard documents == 1 else {
      report(
        Diagnostic(
          .yamlSeveralDocuments, "A second document begins here; a file holds one document",
          at: location(of: event)))
      return false
    }
    if let version = event.pointee.data.document_start.version_directive,
      version.pointee.major != 1 || version.pointee.minor != 2
    {
      let name = "\(version.pointee.major).\(version.pointee.minor)"
      report(
        Diagnostic(.yamlVersion, "YAML \(name) is asked for; only YAML 1.2 is read", at: location(of: event)))
    }
    return true
  }
}

// MARK: - Scalars

extension YAMLTreeBuilder {
  private mutating func takeScalar(_ event: Event) {
    let scalar = event.pointee.data.scalar
    let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    let style = YAMLNode.Style(scalar.style)
    let isTaggedText = scalar.tag.map { apply(tag: $0, to: text, style, event) } ?? false
    if isAtKey, style == .plain, !isTaggedText { checkKey(text, event) }
    if let anchor = scalar.anchor { anchors.define(String(cString: anchor), record: writer.recordCount) }
    let end = PackedPosition(event.pointee.end_mark)
    addChild(end: end, height: 0)
    let head = YAMLRecord.Head(
      .scalar, style, isTaggedText: isTaggedText, payload: writer.append(text), extent: text.count)
    writer.append(head, from: PackedPosition(event.pointee.start_mark), to: end)
  }

  private mutating func checkKey(_ text: UnsafeBufferPointer<UInt8>, _ event: Event) {
    if text.isEmpty {
      report(Diagnostic(.yamlKey, "A key is missing before the ':'", at: location(of: event)))
    } else if text.count == 2, YAMLSpelling.isWord(text, "<<") {
      report(
        Diagnostic(
          .yamlMergeKey, "Merging with '<<' is not part of YAML 1.2 and is not read", at: location(of: event),
          notes: ["Write the keys out, or use an alias for a whole value"]))
    }
  }

  /// Applies a tag, and says whether it makes a text of the scalar.
  private mutating func apply(
    tag: UnsafeMutablePointer<UInt8>, to text: UnsafeBufferPointer<UInt8>, _ style: YAMLNode.Style,
    _ event: Event
  ) -> Bool {
    let tag = String(cString: tag)
    switch YAMLTag.effect(of: tag, on: text, isPlain: style == .plain) {
    case .none: return false
    case .text: return true
    case .refused:
      refuseTag(tag, event)
      return false
    }
  }

  private mutating func refuseTag(_ tag: String, _ event: Event) {
    let name = YAMLTag.shorthand(tag)
    report(
      Diagnostic(
        .yamlTag,
        YAMLTag.isCore(tag) ? "The tag '\(name)' does not fit its value" : "The tag '\(name)' is not read",
        at: location(of: event), notes: ["Leave the tag out: quotes make a text, and nothing else needs one"])
    )
  }
}

// MARK: - Aliases

extension YAMLTreeBuilder {
  private mutating func takeAlias(_ event: Event) -> Bool {
    let name = String(cString: event.pointee.data.alias.anchor)
    guard let anchor = anchors[name], !anchor.isOpen else {
      report(Diagnostic(.yamlAlias, aliasMessage(name), at: location(of: event)))
      return false
    }
    guard anchors.use(anchor) <= limits.aliasedNodes else {
      report(
        Diagnostic(
          .yamlAliasExpansion,
          "The aliases of the file stand for more than \(limits.aliasedNodes) nodes, the most that is read",
          at: location(of: event)))
      return false
    }
    guard open.count + anchor.height <= limits.depth else { return refuseDepth(event) }
    if isAtKey, writer.head(anchor.record).kind != .scalar { refuseKey(event) }
    let end = PackedPosition(event.pointee.end_mark)
    addChild(end: end, height: anchor.height)
    writer.append(
      YAMLRecord.Head(.alias, .plain, payload: anchor.record, extent: 0),
      from: PackedPosition(event.pointee.start_mark), to: end)
    return true
  }

  private func aliasMessage(_ name: String) -> String {
    let known = anchors.names
    if known.contains(name) { return "The alias '*\(name)' lies in the very value that it stands for" }
    let meant = nearestSpelling(to: name, among: known).map { "; did you mean '*\($0)'?" } ?? ""
    return "No anchor '&\(name)' stands before the alias '*\(name)'" + meant
  }
}

// MARK: - Collections

extension YAMLTreeBuilder {
  private mutating func begin(_ kind: YAMLRecord.Kind, _ event: Event) -> Bool {
    guard open.count < limits.depth else { return refuseDepth(event) }
    if isAtKey { refuseKey(event) }
    let head = CollectionHead(event, isMapping: kind == .mapping)
    if let tag = head.tag, !YAMLTag.fits(tag, kind) { refuseTag(tag, event) }
    if let anchor = head.anchor { anchors.open(anchor, record: writer.recordCount) }
    let start = PackedPosition(event.pointee.start_mark)
    open.append(
      OpenCollection(
        record: writer.recordCount, isMapping: kind == .mapping, isFlow: head.isFlow, anchor: head.anchor,
        aliasedBefore: anchors.usedNodes, end: start))
    writer.append(YAMLRecord.Head(kind, .block, payload: 0, extent: 1), from: start, to: start)
    return isGoingOn
  }

  /// What the start events of sequences and of mappings have in common.
  private struct CollectionHead {
    let anchor: String?
    let tag: String?
    let isFlow: Bool

    init(_ event: Event, isMapping: Bool) {
      if isMapping {
        let start = event.pointee.data.mapping_start
        anchor = start.anchor.map { String(cString: $0) }
        tag = start.tag.map { String(cString: $0) }
        isFlow = start.style == YAML_FLOW_MAPPING_STYLE
      } else {
        let start = event.pointee.data.sequence_start
        anchor = start.anchor.map { String(cString: $0) }
        tag = start.tag.map { String(cString: $0) }
        isFlow = start.style == YAML_FLOW_SEQUENCE_STYLE
      }
    }
  }

  /// The mark at the end of a block stands where the next thing begins, so that a block ends with its
  /// last child.
  private mutating func end(_ event: Event) {
    guard let ended = open.popLast() else { return }
    let end = ended.isFlow ? PackedPosition(event.pointee.end_mark) : ended.end
    let extent = writer.recordCount - ended.record
    let head = YAMLRecord.Head(
      ended.isMapping ? .mapping : .sequence, ended.isFlow ? .flow : .block, payload: ended.children,
      extent: extent)
    writer.complete(ended.record, head, to: end)
    addChild(end: end, height: ended.height + 1)
    if let anchor = ended.anchor {
      let nodes = extent + anchors.usedNodes - ended.aliasedBefore
      anchors.close(anchor, record: ended.record, nodes: nodes, height: ended.height + 1)
    }
    if ended.isMapping { checkDuplicates(in: ended.record) }
  }

  private mutating func checkDuplicates(in mapping: Int) {
    for twins in duplicates.find(in: mapping, of: writer) {
      guard !isIncomplete else { return }
      let name = writer.text(twins.later).map { String(decoding: $0, as: UTF8.self) } ?? ""
      report(
        Diagnostic(
          .yamlDuplicateKey, "The key \(YAMLScalar.quoted(name)) is given twice",
          at: location(ofRecord: twins.later),
          secondary: [.init(location(ofRecord: twins.first), "first given here")]))
    }
  }

  private mutating func refuseDepth(_ event: Event) -> Bool {
    report(
      Diagnostic(
        .yamlNesting, "Lists and mappings lie more than \(limits.depth) deep, the most that is read",
        at: location(of: event)))
    return false
  }

  private mutating func refuseKey(_ event: Event) {
    report(
      Diagnostic(
        .yamlKey, "A key must be a text, not a list or a mapping", at: location(of: event),
        notes: ["A text that begins with '{' or '[' needs quotes"]))
  }
}
