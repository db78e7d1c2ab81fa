package import DecisionEngine
package import DesignModel
import Diagnostics
package import Hashing
package import Requirements

/// The design of one profile on one side of a review.
package struct ReviewedDesign: Sendable {
  package let profile: Profile
  /// The folder of its workspace, with `/` behind it; empty for the root, and where there is none.
  package let workspace: String
  /// What it was decided with.
  package let table: DecisionTable
  package let decision: Decision
  package let design: Design
  /// What is generated for it, by path; `nil` where nothing could be.
  package let artifacts: [ReviewedArtifact]?

  package init(
    profile: Profile, workspace: String = "", table: DecisionTable, decision: Decision,
    design: Design,
    artifacts: [ReviewedArtifact]?
  ) {
    self.profile = profile
    self.workspace = workspace
    self.table = table
    self.decision = decision
    self.design = design
    self.artifacts = artifacts
  }

  package var id: String { profile.id }
  /// What tells it from all others: ids are unique in a workspace.
  package var key: Key { Key(workspace: workspace, id: id) }
  /// The path of the profile.
  package var path: String { profile.file.name }
}

extension ReviewedDesign {
  /// The id of a design in its workspace.
  package struct Key: Sendable, Hashable {
    let workspace: String
    let id: String
  }

  /// The same with what is generated for it.
  package func with(_ artifacts: [ReviewedArtifact]?) -> ReviewedDesign {
    ReviewedDesign(
      profile: profile, workspace: workspace, table: table, decision: decision, design: design,
      artifacts: artifacts)
  }
}

/// A file that is generated for a design.
package struct ReviewedArtifact: Sendable, Hashable {
  /// From the folder of the design.
  package let path: String
  /// The id of its artefact kind.
  package let kind: String
  package let contents: [UInt8]

  package init(path: String, kind: String, contents: [UInt8]) {
    self.path = path
    self.kind = kind
    self.contents = contents
  }
}

/// A folder of a repository that designs were generated into.
package struct ReviewedFolder: Sendable, Hashable {
  /// From the root of the repository; empty for the root itself.
  package let path: String
  /// The id of the profile whose design it holds; `nil` where its manifest does not say.
  package let profile: String?
  /// By path.
  package let files: [File]

  package init(path: String, profile: String? = nil, files: [File]) {
    self.path = path
    self.profile = profile
    self.files = files
  }

  /// A file that was generated once, as the manifest of the revision lists it.
  package struct File: Sendable, Hashable {
    /// From the folder.
    package let path: String
    package let kind: String
    package let owner: Owner
    /// What was written.
    package let written: Digest
    /// What lies there on each side; `nil` where nothing does.
    package let base: Digest?
    package let revision: Digest?

    package init(
      path: String, kind: String, owner: Owner, written: Digest, base: Digest?, revision: Digest?
    ) {
      self.path = path
      self.kind = kind
      self.owner = owner
      self.written = written
      self.base = base
      self.revision = revision
    }
  }

  /// Whose a generated file is.
  package enum Owner: String, Sendable, Hashable, CaseIterable {
    /// The generator's: an edit by hand is in its way.
    case generator
    /// Of both.
    case shared
    case team
    /// A record of a decision, which is not written again.
    case record
  }

  /// The path of a file from the root.
  package func path(of file: File) -> String { path.isEmpty ? file.path : path + "/" + file.path }
}
