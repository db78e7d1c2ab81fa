package import Hashing

/// What a run will do to a target folder, decided before anything is touched.
package struct WritePlan: Sendable, Hashable {
  /// What happens at one path, and why.
  package struct Action: Sendable, Hashable {
    /// The file, from the target folder.
    package let path: RelativePath
    /// What is done to it.
    package let verb: Verb
    /// Why.
    package let reason: Reason
    /// Whose the file is.
    package let ownership: Ownership
    /// What lies at the path now.
    package let found: ExistingEntry?
    /// Where the file lies that would be moved to the path, were there no conflict.
    private let stuckAt: RelativePath?

    init(
      _ path: RelativePath, _ verb: Verb, _ reason: Reason, _ ownership: Ownership,
      found: ExistingEntry? = nil, stuckAt: RelativePath? = nil
    ) {
      self.stuckAt = stuckAt
      self.path = path
      self.verb = verb
      self.reason = reason
      self.ownership = ownership
      self.found = found
    }
  }

  /// What is done to a file; with it what the disk must hold for that.
  package enum Verb: Sendable, Hashable {
    /// Written where nothing is.
    case create(GeneratedFile)
    /// Written in place of the file with the given digest.
    case update(GeneratedFile, replacing: Digest)
    /// Written in place of the file with the given digest, with what was edited there.
    case merge(GeneratedFile, replacing: Digest)
    /// Written where nothing is, and removed where it was before if that still has the given digest.
    case move(GeneratedFile, from: RelativePath, replacing: Digest)
    /// Removed, if it still has the given digest.
    case delete(Digest)
    /// Left as it is although the next contents differ.
    case keep
    /// Already what it should be.
    case unchanged
    /// Nothing can be done without losing something; a plan with a conflict is not applied.
    case conflict
  }

  /// By path, each path once; none where the target is another design's.
  package let actions: [Action]
  /// Whose design the target holds.
  package let holder: Holder
  /// The manifest after the plan was applied.
  package let manifest: Manifest
  /// The manifest that the plan was made from.
  package let previous: Manifest
  /// Whether `manifest` differs from the one that the target folder has.
  package let changesManifest: Bool
  /// What has to be kept for later merges and is not there yet.
  package let newBases: [Digest: [UInt8]]
  /// What was kept for merges that cannot come any more.
  package let staleBases: Set<Digest>

  init(
    actions: [Action], holder: Holder, manifest: Manifest, previous: Manifest?,
    newBases: [Digest: [UInt8]] = [:], staleBases: Set<Digest> = []
  ) {
    self.holder = holder
    self.actions = actions.sorted { $0.path < $1.path }
    self.manifest = manifest
    self.previous = previous ?? Manifest()
    changesManifest = manifest != self.previous
    self.newBases = newBases
    self.staleBases = staleBases
  }
}

extension WritePlan.Action {
  /// Where the file lies so far, where the templates have renamed it.
  package var formerPath: RelativePath? {
    if case .move(_, let former, _) = verb { former } else { stuckAt }
  }

  /// The reason as a clause for people, to stand behind the path.
  package var because: String {
    stuckAt.map { "is '\($0)' so far and \(reason.text)" } ?? reason.text
  }
}

extension WritePlan {
  /// The actions that need a person before anything can be written.
  package var conflicts: [Action] { actions.filter { $0.verb == .conflict } }

  /// Whether nothing of the plan can be done before a person has decided something.
  package var isBlocked: Bool { holder.isOther || actions.contains { $0.verb == .conflict } }

  /// The files that are no longer generated but were edited by hand, and so stay.
  package var editedOrphans: [Action] { actions.filter { $0.reason == .editedOrphan } }

  /// The files that a person has to look at after the plan was applied.
  package var leftToPeople: [Action] {
    actions.filter { $0.reason == .editedOrphan || $0.reason == .markersWritten }
  }

  /// Whether applying the plan would leave the target folder exactly as it is.
  package var isEmpty: Bool { !changesFiles && !changesRecord }

  /// Whether applying the plan would change any generated file.
  package var changesFiles: Bool { actions.contains { $0.verb.changesFile } }

  /// Whether applying the plan would change what is remembered of the generated files.
  package var changesRecord: Bool { changesManifest || !newBases.isEmpty || !staleBases.isEmpty }
}

extension WritePlan.Verb {
  /// The verbs as words, in the order in which they are counted.
  package static let names = [
    "create", "update", "merge", "move", "delete", "conflict", "keep", "unchanged",
  ]

  /// Whether the verb changes the file.
  package var changesFile: Bool {
    switch self {
    case .create, .update, .merge, .move, .delete: true
    case .keep, .unchanged, .conflict: false
    }
  }

  /// The verb as a word for people and machines.
  package var name: String {
    switch self {
    case .create: "create"
    case .update: "update"
    case .merge: "merge"
    case .move: "move"
    case .delete: "delete"
    case .keep: "keep"
    case .unchanged: "unchanged"
    case .conflict: "conflict"
    }
  }

  /// The file that is written; `nil` where none is.
  package var written: GeneratedFile? {
    switch self {
    case .create(let file), .update(let file, _), .merge(let file, _), .move(let file, _, _): file
    case .delete, .keep, .unchanged, .conflict: nil
    }
  }
}
