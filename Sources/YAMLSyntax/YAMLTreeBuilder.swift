import CLibYAML
import Diagnostics

/// Makes records of libyaml's events, and gathers what is wrong beyond the syntax.
struct YAMLTreeBuilder {
  /// After so many findings the rest of the file is not looked at.
  static let mostFindings = 100

  let file: SourceFile
  let limits: YAMLLimits
  private(set) var records: [YAMLRecord] = []
  private(set) var pool: [UInt8] = []
  private var findings: [Diagnostic] = []
  private var open: [OpenCollection] = []
  private var anchors = YAMLAnchors()
  private var documents = 0

  /// A collection whose end has not come yet.
  private struct OpenCollection {
    let record: Int
    let anchor: String?
    let aliasedBefore: Int
    var children = 0
    /// Where the last child ends.
    var end: SourcePosition
    /// How many collections lie in one another below it.
    var height = 0
  }

  init(file: SourceFile, limits: YAMLLimits) {
    self.file = file
    self.limits = limits
    records.reserveCapacity(file.contents.count / 12)
    pool.reserveCapacity(file.contents.count)
  }

  mutating func report(_ finding: Diagnostic) {
    findings.append(finding)
  }

  /// The tree, if nothing was wrong.
  consuming func finish(into bag: inout DiagnosticBag) -> YAMLTree? {
    if findings.isEmpty, isEmptyDocument {
      report(Diagnostic(.yamlEmpty, "The file is empty", at: location(from: .init(line: 1, column: 1))))
    }
    for finding in findings { bag.add(finding) }
    guard findings.isEmpty else { return nil }
    return YAMLTree(file: file, arena: YAMLArena(records: records, pool: pool), root: 0)
  }

  private var isEmptyDocument: Bool {
    guard let root = records.first else { return true }
    return root.kind == .scalar && root.style == .plain && root.extent == 0 && !root.isTaggedText
  }

  /// Takes in one event; false where the rest of the file is of no interest any more.
  mutating func take(_ event: UnsafeMutablePointer<yaml_event_t>) -> Bool {
    switch event.pointee.type {
    case YAML_SCALAR_EVENT: takeScalar(event)
    case YAML_SEQUENCE_START_EVENT: return begin(.sequence, event)
    case YAML_MAPPING_START_EVENT: return begin(.mapping, event)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: end(event)
    case YAML_ALIAS_EVENT: return takeAlias(event)
    case YAML_DOCUMENT_START_EVENT: return takeDocumentStart(event)
    default: break
    }
    return findings.count < Self.mostFindings
  }
}

// MARK: - Places

extension YAMLTreeBuilder {
  private func location(from start: SourcePosition, to end: SourcePosition? = nil) -> SourceLocation {
    SourceLocation(file: file, range: SourceRange(start: start, end: end ?? start))
  }

  private func location(of event: UnsafeMutablePointer<yaml_event_t>) -> SourceLocation {
    location(from: SourcePosition(event.pointee.start_mark), to: SourcePosition(event.pointee.end_mark))
  }

  private func location(of record: YAMLRecord) -> SourceLocation {
    location(from: record.start, to: record.end)
  }
}

// MARK: - Documents

extension YAMLTreeBuilder {
  private mutating func takeDocumentStart(_ event: UnsafeMutablePointer<yaml_event_t>) -> Bool {
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

// MARK: - Scalars and aliases

extension YAMLTreeBuilder {
  private mutating func takeScalar(_ event: UnsafeMutablePointer<yaml_event_t>) {
    let scalar = event.pointee.data.scalar
    let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    var record = YAMLRecord(
      kind: .scalar, style: YAMLNode.Style(scalar.style), payload: UInt32(pool.count),
      extent: UInt32(text.count), start: SourcePosition(event.pointee.start_mark),
      end: SourcePosition(event.pointee.end_mark))
    if let tag = scalar.tag { applyTag(String(cString: tag), to: &record, text, event) }
    if isAtKey { checkKey(record, text, event) }
    addChild()
    if let anchor = scalar.anchor { anchors.define(String(cString: anchor), record: records.count) }
    pool.append(contentsOf: text)
    records.append(record)
    noteChild(end: record.end, height: 0)
  }

  private var isAtKey: Bool {
    guard let top = open.last else { return false }
    return top.children & 1 == 0 && records[top.record].kind == .mapping
  }

  private mutating func addChild() {
    if !open.isEmpty { open[open.count - 1].children += 1 }
  }

  private mutating func checkKey(
    _ record: YAMLRecord, _ text: UnsafeBufferPointer<UInt8>, _ event: UnsafeMutablePointer<yaml_event_t>
  ) {
    guard record.style == .plain, !record.isTaggedText else { return }
    if text.isEmpty {
      report(Diagnostic(.yamlKey, "A key is missing before the ':'", at: location(of: event)))
    } else if YAMLSpelling.isWord(text, "<<") {
      report(
        Diagnostic(
          .yamlMergeKey, "Merging with '<<' is not part of YAML 1.2 and is not read", at: location(of: event),
          notes: ["Write the keys out, or use an alias for a whole value"]))
    }
  }

  private mutating func takeAlias(_ event: UnsafeMutablePointer<yaml_event_t>) -> Bool {
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
    if isAtKey, records[anchor.record].kind != .scalar { refuseKey(event) }
    addChild()
    noteChild(end: SourcePosition(event.pointee.end_mark), height: anchor.height)
    records.append(
      YAMLRecord(
        kind: .alias, style: .plain, payload: UInt32(anchor.record), extent: 0,
        start: SourcePosition(event.pointee.start_mark), end: SourcePosition(event.pointee.end_mark)))
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
  private mutating func begin(
    _ kind: YAMLRecord.Kind, _ event: UnsafeMutablePointer<yaml_event_t>
  ) -> Bool {
    guard open.count < limits.depth else { return refuseDepth(event) }
    if isAtKey { refuseKey(event) }
    addChild()
    let head = CollectionHead(event, isMapping: kind == .mapping)
    if let tag = head.tag, !YAMLTag.fits(tag, kind) { refuseTag(tag, event) }
    if let anchor = head.anchor { anchors.open(anchor, record: records.count) }
    let start = SourcePosition(event.pointee.start_mark)
    open.append(
      OpenCollection(
        record: records.count, anchor: head.anchor, aliasedBefore: anchors.usedNodes, end: start))
    records.append(
      YAMLRecord(
        kind: kind, style: head.isFlow ? .flow : .block, payload: 0, extent: 1, start: start, end: start))
    return findings.count < Self.mostFindings
  }

  /// What the start events of sequences and of mappings have in common.
  private struct CollectionHead {
    let anchor: String?
    let tag: String?
    let isFlow: Bool

    init(_ event: UnsafeMutablePointer<yaml_event_t>, isMapping: Bool) {
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
  private mutating func end(_ event: UnsafeMutablePointer<yaml_event_t>) {
    guard let ended = open.popLast() else { return }
    let isFlow = records[ended.record].style == .flow
    let end = isFlow ? SourcePosition(event.pointee.end_mark) : ended.end
    records[ended.record].end = end
    records[ended.record].payload = UInt32(ended.children)
    records[ended.record].extent = UInt32(records.count - ended.record)
    noteChild(end: end, height: ended.height + 1)
    if let anchor = ended.anchor {
      let nodes = records.count - ended.record + anchors.usedNodes - ended.aliasedBefore
      anchors.close(anchor, record: ended.record, nodes: nodes, height: ended.height + 1)
    }
    if records[ended.record].kind == .mapping { checkDuplicates(in: ended.record) }
  }

  /// Tells the collection around it of a child that is complete.
  private mutating func noteChild(end: SourcePosition, height: Int) {
    guard let top = open.indices.last else { return }
    open[top].end = end
    open[top].height = max(open[top].height, height)
  }

  private mutating func refuseDepth(_ event: UnsafeMutablePointer<yaml_event_t>) -> Bool {
    report(
      Diagnostic(
        .yamlNesting, "Lists and mappings lie more than \(limits.depth) deep, the most that is read",
        at: location(of: event)))
    return false
  }

  private mutating func refuseKey(_ event: UnsafeMutablePointer<yaml_event_t>) {
    report(
      Diagnostic(
        .yamlKey, "A key must be a text, not a list or a mapping", at: location(of: event),
        notes: ["A text that begins with '{' or '[' needs quotes"]))
  }
}

// MARK: - Tags

extension YAMLTreeBuilder {
  private mutating func applyTag(
    _ tag: String, to record: inout YAMLRecord, _ text: UnsafeBufferPointer<UInt8>,
    _ event: UnsafeMutablePointer<yaml_event_t>
  ) {
    switch YAMLTag.effect(of: tag, on: text, isPlain: record.style == .plain) {
    case .none: break
    case .text: record.isTaggedText = true
    case .refused: refuseTag(tag, event)
    }
  }

  private mutating func refuseTag(_ tag: String, _ event: UnsafeMutablePointer<yaml_event_t>) {
    let name = YAMLTag.shorthand(tag)
    report(
      Diagnostic(
        .yamlTag,
        YAMLTag.isCore(tag) ? "The tag '\(name)' does not fit its value" : "The tag '\(name)' is not read",
        at: location(of: event), notes: ["Leave the tag out: quotes make a text, and nothing else needs one"])
    )
  }
}

// MARK: - Duplicate keys

extension YAMLTreeBuilder {
  private mutating func checkDuplicates(in mapping: Int) {
    let keys = keys(of: mapping)
    guard keys.count > 1 else { return }
    let twins = keys.count <= 12 ? pairwiseTwins(keys) : sortedTwins(keys)
    for (first, second) in twins {
      guard findings.count < Self.mostFindings else { return }
      let name = YAMLScalar.quoted(String(decoding: text(of: second), as: UTF8.self))
      report(
        Diagnostic(
          .yamlDuplicateKey, "The key \(name) is given twice", at: location(of: records[second]),
          secondary: [.init(location(of: records[first]), "first given here")]))
    }
  }

  /// The records of the scalar keys, in order.
  private func keys(of mapping: Int) -> [Int] {
    var keys: [Int] = []
    keys.reserveCapacity(Int(records[mapping].payload) / 2)
    var index = mapping + 1
    while index < records.count {
      if scalar(index) != nil { keys.append(index) }
      index += records[index].stride
      guard index < records.count else { break }
      index += records[index].stride
    }
    return keys
  }

  private func scalar(_ index: Int) -> YAMLRecord? {
    let record = records[index]
    let resolved = record.kind == .alias ? records[Int(record.payload)] : record
    return resolved.kind == .scalar ? resolved : nil
  }

  private func text(of index: Int) -> ArraySlice<UInt8> {
    guard let record = scalar(index) else { return [] }
    return pool[Int(record.payload)..<Int(record.payload + record.extent)]
  }

  private func pairwiseTwins(_ keys: [Int]) -> [(Int, Int)] {
    var twins: [(Int, Int)] = []
    for later in 1..<keys.count {
      let key = text(of: keys[later])
      if let first = keys[..<later].first(where: { text(of: $0) == key }) {
        twins.append((first, keys[later]))
      }
    }
    return twins
  }

  private func sortedTwins(_ keys: [Int]) -> [(Int, Int)] {
    var firsts: [ArraySlice<UInt8>: Int] = [:]
    firsts.reserveCapacity(keys.count)
    var twins: [(Int, Int)] = []
    for key in keys {
      if let first = firsts[text(of: key)] { twins.append((first, key)) } else { firsts[text(of: key)] = key }
    }
    return twins
  }
}
