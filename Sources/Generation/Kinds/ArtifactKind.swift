package import CatalogModel
package import Diagnostics
package import Hashing
package import Requirements
package import Templating

/// A kind of artefact: when a design has it, and the files that it consists of.
///
/// What leaves out most kinds, that a design has none of their technologies, is at hand; of a kind that is known to be
/// right the rest is read when it is asked for.
package struct ArtifactKind: Sendable {
  /// Its folder's name.
  package let id: String
  /// The technologies that it is for: those of its conditions, and those that it serves besides.
  let technologies: [String]
  /// Whether a design that has none of the technologies cannot have it.
  let isBound: Bool
  private let reading: OnDemand<KindDescription>

  init(id: String, technologies: [String], isBound: Bool, reading: OnDemand<KindDescription>) {
    self.id = id
    self.technologies = technologies
    self.isBound = isBound
    self.reading = reading
  }

  init(id: String, _ description: KindDescription) {
    let asked = description.when.flatMap(\.technologies).map(\.value)
    let isBound = !description.when.isEmpty && description.when.allSatisfy { !$0.technologies.isEmpty }
    self.init(
      id: id, technologies: Set(asked + description.serves.map(\.value)).sorted(), isBound: isBound,
      reading: OnDemand(made: description))
  }

  var description: KindDescription { reading.value }
}

extension ArtifactKind {
  package var title: String { description.title }
  /// Alternatives; any one of them is enough.
  package var when: [Applicability] { description.when }
  /// Alternatives; none of them may hold.
  package var unless: [Applicability] { description.unless }
  /// Alternatives; where none of them holds, a contract that does not fit leaves the kind out.
  package var requiredWhen: [Applicability] { description.requiredWhen }
  package var scope: NameRule.Scope { description.scope }
  /// What the contract has to state.
  package var needs: [ContractPart] { description.needs }
  /// What the contract must not state.
  package var refuses: [ContractRefusal] { description.refuses }
  /// Technologies that it is for, besides those of its conditions.
  package var serves: [Located<String>] { description.serves }
  /// The answers that its templates serve; another one that is stated is an error.
  package var accepts: Predicate { description.accepts }
  /// Kinds of which the design has to have one, too; with their places.
  package var alongWith: [Located<String>] { description.alongWith }
  package var citations: [Located<Citation>] { description.citations }
  /// Where its id is written.
  package var location: SourceLocation { description.location }
  /// The files.
  package var files: [ArtifactFile] { description.contents.value.files }
  /// The ids of the rules of names.yaml whose names the files use; `nil` for those of all.
  var names: Set<String>? { description.contents.value.names }
  /// Whether the files use what change events carry within other fields.
  var usesEventMembers: Bool { description.contents.value.usesEventMembers }
}

/// What the description of a kind says of it.
final class KindDescription: Sendable {
  /// The files, and what they use.
  struct Contents: Sendable {
    let files: [ArtifactFile]
    let names: Set<String>?
    let usesEventMembers: Bool
  }

  let title: String
  let when: [Applicability]
  let unless: [Applicability]
  let requiredWhen: [Applicability]
  let scope: NameRule.Scope
  let needs: [ContractPart]
  let refuses: [ContractRefusal]
  let serves: [Located<String>]
  let accepts: Predicate
  let alongWith: [Located<String>]
  let citations: [Located<Citation>]
  let location: SourceLocation
  let contents: OnDemand<Contents>

  init(
    title: String, when: [Applicability], unless: [Applicability], requiredWhen: [Applicability],
    scope: NameRule.Scope, needs: [ContractPart], refuses: [ContractRefusal], serves: [Located<String>],
    accepts: Predicate, alongWith: [Located<String>], citations: [Located<Citation>],
    location: SourceLocation, contents: OnDemand<Contents>
  ) {
    self.title = title
    self.when = when
    self.unless = unless
    self.requiredWhen = requiredWhen
    self.scope = scope
    self.needs = needs
    self.refuses = refuses
    self.serves = serves
    self.accepts = accepts
    self.alongWith = alongWith
    self.citations = citations
    self.location = location
    self.contents = contents
  }
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
