package import Diagnostics
import JSONSyntax

extension DiagnosticID {
  /// The manifest was written by a newer program.
  package static let manifestNewerFormat: DiagnosticID = "manifest/newer-format"
  /// The manifest holds the marks of a merge that nobody resolved.
  package static let manifestConflictMarkers: DiagnosticID = "manifest/conflict-markers"
  /// A line of the manifest is not what Bascule writes there.
  package static let manifestCorruptLine: DiagnosticID = "manifest/corrupt-line"
  /// Two lines of the manifest have the same path.
  package static let manifestRepeatedPath: DiagnosticID = "manifest/repeated-path"
}

extension Manifest {
  /// Reads a manifest file; `nil`, with every reason in `bag`, where it cannot be trusted.
  package static func read(_ file: SourceFile, into bag: inout DiagnosticBag) -> Manifest? {
    var reader = ManifestReader(file: file)
    let manifest = reader.read()
    bag.add(contentsOf: reader.bag)
    return manifest
  }
}

/// Reads one manifest file line by line.
private struct ManifestReader {
  let file: SourceFile
  var bag = DiagnosticBag()
  private var profile: String?

  init(file: SourceFile) {
    self.file = file
  }

  mutating func read() -> Manifest? {
    var lines = file.contents.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    if let marked = lines.firstIndex(where: Self.isConflictMarker) {
      reportConflictMarker(line: marked + 1)
      return nil
    }
    guard let header = lines.first else {
      reportCorrupt(1, "the file is empty")
      return nil
    }
    guard readHeader(header) else { return nil }
    var entries: [(entry: Manifest.Entry, line: Int)] = []
    for (index, line) in lines.enumerated().dropFirst() {
      if let entry = readEntry(line, number: index + 1) { entries.append((entry, index + 1)) }
    }
    reportRepeated(in: entries)
    return bag.hasErrors ? nil : Manifest(entries.map(\.entry), of: profile)
  }

  private static func isConflictMarker(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, line.count >= 7, "<=>|".utf8.contains(first) else { return false }
    return line.prefix(7).allSatisfy { $0 == first }
  }

  private mutating func readHeader(_ line: ArraySlice<UInt8>) -> Bool {
    guard let header = parse(line, number: 1) else { return false }
    guard case .integer(let format)? = header[Manifest.formatKey], format >= 1 else {
      reportCorrupt(1, "it does not name the format, as in {\"\(Manifest.formatKey)\":\(Manifest.format)}")
      return false
    }
    guard format <= Manifest.format else {
      reportNewerFormat(format)
      return false
    }
    switch header[Manifest.profileKey] {
    case nil: return true
    case .string(let id)? where !id.isEmpty:
      profile = id
      return true
    default:
      reportCorrupt(1, "'\(Manifest.profileKey)' is no id of a profile")
      return false
    }
  }

  private mutating func readEntry(_ line: ArraySlice<UInt8>, number: Int) -> Manifest.Entry? {
    guard !line.allSatisfy(XMLOutline.isSpace) else {
      reportCorrupt(number, "it is blank")
      return nil
    }
    guard let value = parse(line, number: number) else { return nil }
    do {
      return try Manifest.Entry(value)
    } catch {
      report(error, line: number)
      return nil
    }
  }

  private mutating func parse(_ line: ArraySlice<UInt8>, number: Int) -> JSONValue? {
    var lineBag = DiagnosticBag()
    let value = JSONValue.parse(SourceFile(name: file.name, contents: Array(line)), into: &lineBag)
    guard let value else {
      reportCorrupt(number, lineBag.sorted.first?.message ?? "it is not JSON")
      return nil
    }
    guard case .object = value else {
      reportCorrupt(number, "it is not an object")
      return nil
    }
    return value
  }
}

extension ManifestReader {
  private func location(_ number: Int) -> SourceLocation {
    let length = file.line(number)?.unicodeScalars.count ?? 0
    return SourceLocation(file: file, range: SourceRange(line: number, columns: 1..<max(2, length + 1)))
  }

  private mutating func report(_ failure: ManifestEntryFailure, line number: Int) {
    switch failure {
    case .shape(let reason): reportCorrupt(number, reason)
    case .path(let failure, let text):
      bag.add(failure.diagnostic(for: text, at: location(number), notes: [Self.recovery]))
    }
  }

  private static let recovery =
    "bring the manifest back from version control; or remove it and generate again, which recognises what is as it was generated"

  private mutating func reportCorrupt(_ number: Int, _ reason: String) {
    bag.add(
      Diagnostic(
        .manifestCorruptLine, "line \(number) of the manifest cannot be read: \(reason)",
        at: location(number), notes: [Self.recovery]))
  }

  private mutating func reportConflictMarker(line number: Int) {
    bag.add(
      Diagnostic(
        .manifestConflictMarkers, "the manifest holds the marks of an unresolved merge",
        at: location(number),
        notes: [
          "keep the lines of both sides, one for each path, and remove the marks; or remove the manifest and generate again, which recognises what is as it was generated"
        ]))
  }

  private mutating func reportNewerFormat(_ format: Int) {
    bag.add(
      Diagnostic(
        .manifestNewerFormat,
        "the manifest has format \(format); this program reads up to format \(Manifest.format)",
        at: location(1), notes: ["generate with the program that wrote it, or a newer one"]))
  }

  private mutating func reportRepeated(in entries: [(entry: Manifest.Entry, line: Int)]) {
    if entries.map(\.entry.path).isAscending { return }
    var lineOfPath: [RelativePath: Int] = [:]
    for (entry, line) in entries {
      guard let first = lineOfPath.updateValue(line, forKey: entry.path) else { continue }
      reportRepeated(entry.path, line: line, first: first)
    }
  }

  private mutating func reportRepeated(_ path: RelativePath, line number: Int, first: Int) {
    bag.add(
      Diagnostic(
        .manifestRepeatedPath, "the manifest lists '\(path)' twice", at: location(number),
        secondary: [Diagnostic.Label(location(first), "first here")],
        fixes: [
          .init("keep the line of the side whose file was kept, and either line where the file was merged")
        ]))
  }
}
