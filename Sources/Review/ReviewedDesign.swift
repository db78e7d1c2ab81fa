package import DecisionEngine
package import DesignModel
import Diagnostics
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
