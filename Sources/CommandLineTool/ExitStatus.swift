/// How a command ended: the same for every command.
package enum ExitStatus: Int32, Sendable, CaseIterable, Error {
  /// Nothing at or above the level that fails.
  case done = 0
  /// Findings, or `--check` found something out of date.
  case findings = 1
  /// Wrong usage, or invalid input.
  case invalidInput = 2
  /// A person is needed: a conflict, an edited orphan, a stale plan.
  case personNeeded = 3
  /// The environment failed.
  case environment = 4
  /// A fault of the program.
  case fault = 70
  case interrupted = 130
}
