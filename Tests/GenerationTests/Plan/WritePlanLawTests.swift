import Generation
import Hashing
import TestSupport
import Testing

/// Laws that hold for every set of files, every history and every disk.
@Suite struct WritePlanLawTests {
  private static let paths = [
    "a", "A", "b/c", "b/d", "b", "e/f/g", "e/F/h", ".bascule/x", "docs/é.md", "docs/e\u{301}.md",
    "docs/0001-x.md", "s/manifest/package.xml",
  ]

  /// Files with random contents, sometimes two for one path.
  private func files(_ random: inout SplitMix64, count: Int) throws -> [GeneratedFile] {
    try (0..<count).map { _ in
      try generated(
        Self.paths.randomElement(using: &random) ?? "a",
        ["x\n", "y\n", "", "!\n"].randomElement(using: &random) ?? "",
        Ownership.allCases.randomElement(using: &random) ?? .managed,
        isExecutable: Bool.random(using: &random),
        formerPaths: Int.random(in: 0..<4, using: &random) == 0 ? ["b/c"] : [],
        seal: ["one", "two", nil].randomElement(using: &random) ?? nil)
    }
  }

  private func existing(_ random: inout SplitMix64) throws -> [RelativePath: ExistingEntry] {
    var entries: [RelativePath: ExistingEntry] = [:]
    for text in Self.paths where Bool.random(using: &random) {
      let path = try RelativePath(text)
      for folder in path.ancestors where entries[folder] == nil { entries[folder] = .folder }
      let contents = Array((["x\n", "y\n", "mine\n", "!mine\n"].randomElement(using: &random) ?? "").utf8)
      switch Int.random(in: 0..<12, using: &random) {
      case 0: entries[path] = .symbolicLink
      case 1: entries[path] = .special
      case 2: entries[path] = .unreadFile
      case 3: entries[path] = .folder
      default: entries[path] = .file(contents: contents, isExecutable: Bool.random(using: &random))
      }
    }
    return entries
  }

  /// A disk without anything in the way, beside the history that could have led to it.
  private func peacefulExisting(_ random: inout SplitMix64) throws -> [RelativePath: ExistingEntry] {
    var texts: [String: String] = [:]
    for path in ["a", "b/c", "b/d", "e/f/g", "docs/é.md"] where Bool.random(using: &random) {
      texts[path] = ["x\n", "y\n", "mine\n", "!mine\n"].randomElement(using: &random)
    }
    return try disk(texts)
  }

  private func randomCases(_ body: (inout SplitMix64) throws -> Void) rethrows {
    for seed in 0..<2_000 {
      var random = SplitMix64(seed: UInt64(seed))
      try body(&random)
    }
  }

  @Test func thePlanDoesNotDependOnTheOrderOfTheFiles() throws {
    try randomCases { random in
      let files = try files(&random, count: 6)
      let manifest = Manifest(try self.files(&random, count: 4).map { Manifest.Entry(of: $0) })
      let existing = try existing(&random)
      let support = support("x\n", "y\n")
      let plan = WritePlan.plan(files: files, manifest: manifest, existing: existing, support: support)
      let again = WritePlan.plan(
        files: files.shuffled(using: &random), manifest: manifest, existing: existing, support: support)
      #expect(plan == again)
      #expect(plan.actions.map(\.path) == plan.actions.map(\.path).sorted())
    }
  }

  @Test func generatingTwiceChangesNothing() throws {
    var applied = 0
    try randomCases { random in
      let files = try files(&random, count: 3)
      let before = Manifest(try self.files(&random, count: 3).map { Manifest.Entry(of: $0) })
      let existing = try peacefulExisting(&random)
      let old = support("x\n", "y\n")
      let first = WritePlan.plan(files: files, manifest: before, existing: existing, support: old)
      guard first.conflicts.isEmpty else { return }
      applied += first.isEmpty ? 0 : 1
      let second = WritePlan.plan(
        files: files, manifest: first.manifest, existing: disk(existing, after: first),
        support: support(first.bases(after: old)))
      #expect(second.isEmpty, "\(first.outcome) then \(second.outcome)")
      #expect(second.manifest.rendered() == first.manifest.rendered())
    }
    #expect(applied > 100)
  }

  /// Whatever Bascule did not write, or was changed since, is there afterwards, byte for byte.
  @Test func nothingOfTheTeamIsLost() throws {
    var kept = 0
    try randomCases { random in
      let files = try files(&random, count: 4)
      let manifest = Manifest(try self.files(&random, count: 4).map { Manifest.Entry(of: $0) })
      let existing = try existing(&random)
      let plan = WritePlan.plan(
        files: files, manifest: manifest, existing: existing, support: support("x\n", "y\n"))
      let after = disk(existing, after: plan)
      let merged = Set(plan.actions.filter { $0.verb.name == "merge" || $0.verb.name == "move" }.map(\.path))
      for (path, entry) in existing {
        let written = manifest.entries.first { $0.path == path }
        if case .file(let contents, _) = entry, Digest(of: contents) == written?.contents { continue }
        kept += 1
        // The stand-in that merges puts the edited text in front.
        let moved = plan.actions.first { $0.verb.former == path }?.path ?? path
        let found = after[moved]?.contents ?? []
        let isThere = merged.contains(moved) ? found.starts(with: entry.contents) : found == entry.contents
        #expect(isThere, "\(path) after \(plan.outcome)")
      }
    }
    #expect(kept > 1_000)
  }

  @Test func everyPathIsDecidedOnce() throws {
    try randomCases { random in
      let files = try files(&random, count: 5)
      let plan = WritePlan.plan(files: files, manifest: nil, existing: try existing(&random))
      #expect(plan.actions.count == Set(plan.actions.map(\.path)).count)
      #expect(plan.actions.count >= Set(files.map(\.path)).count)
    }
  }
}

extension WritePlan.Verb {
  /// Where a moved file was before.
  fileprivate var former: RelativePath? {
    if case .move(_, let former, _) = self { former } else { nil }
  }
}

extension ExistingEntry {
  /// The bytes of a file, and the entry itself for everything else.
  fileprivate var contents: [String] {
    switch self {
    case .file(let contents, _): contents.map(String.init)
    case .unreadFile, .folder, .symbolicLink, .special: ["\(self)"]
    }
  }
}
