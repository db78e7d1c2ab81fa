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

    init(_ path: RelativePath, _ verb: Verb, _ reason: Reason) {
      self.path = path
      self.verb = verb
      self.reason = reason
    }
  }

  /// What is done to a file; with it what the disk must hold for that.
  package enum Verb: Sendable, Hashable {
    /// Written where nothing is.
    case create(GeneratedFile)
    /// Written in place of the file with the given digest.
    case update(GeneratedFile, replacing: Digest)
    /// Removed, if it still has the given digest.
    case delete(Digest)
    /// Left as it is although the next contents differ.
    case keep
    /// Already what it should be.
    case unchanged
    /// Nothing can be done without losing something; a plan with a conflict is not applied.
    case conflict
  }

  /// By path, each path once.
  package let actions: [Action]
  /// The manifest after the plan was applied.
  package let manifest: Manifest
  /// Whether `manifest` differs from the one that the target folder has.
  package let changesManifest: Bool

  init(actions: [Action], manifest: Manifest, previous: Manifest?) {
    self.actions = actions.sorted { $0.path < $1.path }
    self.manifest = manifest
    changesManifest = manifest != previous ?? Manifest()
  }
}

extension WritePlan {
  /// The actions that need a person before anything can be written.
  package var conflicts: [Action] { actions.filter { $0.verb == .conflict } }

  /// The files that are no longer generated but were edited by hand, and so stay.
  package var editedOrphans: [Action] { actions.filter { $0.reason == .editedOrphan } }

  /// Whether applying the plan would leave the target folder exactly as it is.
  package var isEmpty: Bool { !changesManifest && !actions.contains { $0.verb.changesFile } }
}

extension WritePlan.Verb {
  /// Whether the verb changes the file.
  package var changesFile: Bool {
    switch self {
    case .create, .update, .delete: true
    case .keep, .unchanged, .conflict: false
    }
  }

  /// The verb as a word for people and machines.
  package var name: String {
    switch self {
    case .create: "create"
    case .update: "update"
    case .delete: "delete"
    case .keep: "keep"
    case .unchanged: "unchanged"
    case .conflict: "conflict"
    }
  }
}
