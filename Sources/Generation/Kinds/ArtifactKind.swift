package import CatalogModel
package import Diagnostics
package import Hashing
package import Requirements
package import Templating

/// A kind of artefact: when a design has it, and the files that it consists of.
package struct ArtifactKind: Sendable {
  /// Its folder's name.
  package let id: String
  package let title: String
  /// Alternatives; any one of them is enough.
  package let when: [Applicability]
  /// Alternatives; none of them may hold.
  package let unless: [Applicability]
  /// Alternatives; where none of them holds, a contract that does not fit leaves the kind out.
  package let requiredWhen: [Applicability]
  package let scope: NameRule.Scope
  /// What the contract has to state.
  package let needs: [ContractPart]
  /// What the contract must not state.
  package let refuses: [ContractRefusal]
  /// Technologies that it is for, besides those of its conditions.
  package let serves: [Located<String>]
  /// The answers that its templates serve; another one that is stated is an error.
  package let accepts: Predicate
  /// Kinds of which the design has to have one, too; with their places.
  package let alongWith: [Located<String>]
  /// The files; of a kind that is known to be right they are read when they are asked for.
  package var files: [ArtifactFile] { reading.value }
  let reading: OnDemand<[ArtifactFile]>
  package let citations: [Located<Citation>]
  /// Where its id is written.
  package let location: SourceLocation
}

/// One alternative of a kind's condition: a conjunction.
package struct Applicability: Sendable {
  /// One of these is part of the design; no condition where empty.
  package let technologies: [Located<String>]
  /// One of these is, too; no condition where empty.
  package let besides: [Located<String>]
  /// One of these is the pattern, or the topology; no condition where empty.
  package let patterns: [Located<String>]
  package let topologies: [Located<String>]
  /// One of these is obliged; no condition where empty.
  package let practices: [Located<String>]
  package let profile: Predicate
  /// All of these are stated.
  package let contract: [ContractCondition]
}

/// One file of a kind.
package struct ArtifactFile: Sendable {
  package let path: Template
  /// Where the path is written.
  package let pathLocation: SourceLocation
  package let template: Template
  package let language: TargetLanguage
  package let ownership: Ownership
  package let isExecutable: Bool
  /// The names that lead to the list for each of whose elements there is a file; `nil` for one file.
  package let each: [String]?
  /// The first version of the Salesforce API that has it, such as 61; `nil` where every version does.
  package let since: Int?
  /// The longest text that its reader takes, in characters.
  package let maximumLength: Int?
  /// Of the templates and the path that it is rendered from.
  package let digest: Digest
  /// Where earlier versions of the templates put it, the latest first.
  package let formerPaths: [Template]
  /// What a record records; a sealed file is written anew under the next number when it changes.
  package let seal: Template?
}

/// Something that was read, with its place.
package struct Located<Value: Sendable>: Sendable {
  package let value: Value
  package let location: SourceLocation
}
