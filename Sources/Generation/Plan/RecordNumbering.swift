import Hashing

/// Gives sealed records their numbers: a record keeps its own for as long as what it records stays the
/// same; otherwise there is a new one under the next number that is free.
struct RecordNumbering {
  /// All files, records at the paths where they belong.
  private(set) var files: [GeneratedFile] = []
  /// The record that each new one takes the place of, by the path of the new one.
  private var predecessors: [RelativePath: RelativePath] = [:]
  private var successors: [RelativePath: RelativePath] = [:]
  private var used: [RelativePath?: Set<Int>] = [:]
  /// The kinds of which there is one record.
  private let only: Set<String>
  private let written: [Manifest.Entry]
  private let existing: [RelativePath: ExistingEntry]
  private let support: PlanSupport

  init(
    files: [GeneratedFile], manifest: Manifest?, existing: [RelativePath: ExistingEntry],
    support: PlanSupport
  ) {
    written = (manifest?.entries ?? []).filter { $0.ownership == .sealed || $0.ownership == .kept }
    only = Set(
      Dictionary(grouping: files.filter { $0.seal != nil }, by: \.kind).filter { $0.value.count == 1 }.keys)
    self.existing = existing
    self.support = support
    // Two files for one path are a conflict, and stay one.
    let sorted = files.sorted { $0.path < $1.path }
    for (index, file) in sorted.enumerated() {
      let isAlone =
        (index == 0 || sorted[index - 1].path != file.path)
        && (index == sorted.count - 1 || sorted[index + 1].path != file.path)
      self.files.append(isAlone && file.seal != nil ? place(file) : file)
    }
  }

  func superseded(by path: RelativePath) -> RelativePath? { predecessors[path] }

  func successor(of path: RelativePath) -> RelativePath? { successors[path] }

  private mutating func place(_ file: GeneratedFile) -> GeneratedFile {
    guard let name = RecordName(file.path) else { return file }
    guard let last = family(of: file, name).max(by: { $0.number < $1.number }) else {
      return placeFirst(file, name)
    }
    if last.entry.seal == nil || last.entry.seal == file.seal || last.entry.ownership == .kept {
      return file.with(path: last.entry.path)
    }
    let path = name.with(nextNumber(in: file.path.parent))
    predecessors[path] = last.entry.path
    successors[last.entry.path] = path
    let isThere = existing[last.entry.path] != nil
    let contents = isThere ? DecisionStatus.succeeding(file.contents, last.entry.path) : file.contents
    return file.with(path: path).with(contents: contents)
  }

  /// What was recorded before. The only record of its kind is the same one under another name, too: what it is named
  /// after was renamed.
  private func family(of file: GeneratedFile, _ name: RecordName) -> [(entry: Manifest.Entry, number: Int)] {
    let records = written.compactMap { entry in
      RecordName(entry.path).flatMap { entry.kind == file.kind ? (entry: entry, name: $0) : nil }
    }
    let same = records.filter { $0.name.stem == name.stem }
    let isOnly = only.contains(file.kind) && Set(records.map(\.name.stem)).count == 1
    return (same.isEmpty && isOnly ? records : same).map { ($0.entry, $0.name.number) }
  }

  /// Records of the team's own may have the number already.
  private mutating func placeFirst(_ file: GeneratedFile, _ name: RecordName) -> GeneratedFile {
    let folder = file.path.parent
    let taken = numbers(in: folder)
    if existing[file.path] != nil || !taken.contains(name.number) {
      used[folder, default: []].insert(name.number)
      return file
    }
    return file.with(path: name.with(nextNumber(in: folder)))
  }

  private mutating func nextNumber(in folder: RelativePath?) -> Int {
    let next = (numbers(in: folder).max() ?? 0) + 1
    used[folder, default: []].insert(next)
    return next
  }

  private mutating func numbers(in folder: RelativePath?) -> Set<Int> {
    if let known = used[folder] { return known }
    let names = support.names(folder) + written.filter { $0.path.parent == folder }.map(\.path.name)
    let numbers = Set(names.compactMap { RecordName.number(of: $0) })
    used[folder] = numbers
    return numbers
  }
}

/// The name of a numbered record: four digits or more, a hyphen, and what it is about.
struct RecordName {
  let number: Int
  /// The path without the number.
  let stem: String
  private let folder: String
  private let rest: String

  init?(_ path: RelativePath) {
    guard let number = Self.number(of: path.name) else { return nil }
    self.number = number
    folder = path.parent.map { "\($0)/" } ?? ""
    rest = String(path.name.drop { $0.isNumber })
    stem = folder + rest
  }

  func with(_ number: Int) -> RelativePath { RelativePath(unchecked: folder + Self.digits(number) + rest) }

  /// A record that was written, and not for the design of the files: they have records of the same kind, all under
  /// other names.
  static func foreign(in manifest: Manifest, to files: [GeneratedFile]) -> RelativePath? {
    let stems = Dictionary(grouping: files.filter { $0.ownership == .sealed }, by: \.kind).mapValues {
      files in
      Set(files.compactMap { RecordName($0.path)?.stem })
    }
    let records = manifest.entries.compactMap { entry in
      RecordName(entry.path).flatMap { name in stems[entry.kind].map { (entry.path, $0.contains(name.stem)) }
      }
    }
    return records.contains { $0.1 } ? nil : records.first?.0
  }

  static func digits(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  static func number(of name: String) -> Int? {
    let digits = name.prefix { $0.isASCII && $0.isNumber }
    guard (4...9).contains(digits.count), name.dropFirst(digits.count).first == "-" else { return nil }
    return Int(digits)
  }
}
