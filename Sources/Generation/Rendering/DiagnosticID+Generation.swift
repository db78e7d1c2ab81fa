package import Diagnostics

/// What can keep a design from being generated.
extension DiagnosticID {
  /// The contract states something that an artefact cannot carry.
  package static let generationUnfitContract: DiagnosticID = "generation/unfit-contract"
  /// A kind that a design can do without does not fit its contract.
  package static let generationLeftOut: DiagnosticID = "generation/left-out"
  /// A file is longer than whoever reads it takes.
  package static let generationTooLong: DiagnosticID = "generation/too-long"
  /// The contract lacks a part that artefacts are made from.
  package static let generationMissingContract: DiagnosticID = "generation/missing-contract"
  /// The contract lacks the messages, without which there is much less to make.
  package static let generationPartialContract: DiagnosticID = "generation/partial-contract"
  /// An artefact needs another, for which no kind serves the profile's answers.
  package static let generationUnservedAnswer: DiagnosticID = "generation/unserved-answer"
  /// Two files have the same path, or paths that differ only in case.
  package static let generationSamePath: DiagnosticID = "generation/same-path"
  /// Several profiles give one component of an org different contents.
  package static let generationSharedComponent: DiagnosticID = "generation/shared-component"
  /// A template gave a text that its language does not understand: a fault of the template.
  package static let generationUnparseableOutput: DiagnosticID = "generation/unparseable-output"
}
