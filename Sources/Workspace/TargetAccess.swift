/// What a run wants to do with a target folder.
package enum TargetAccess: Sendable {
  /// Only look; nothing is written, not even a lock.
  case reading
  /// Look and then write, with every other run kept out in between.
  case writing(Patience)

  /// What became of a change that an interrupted run had begun.
  package enum Recovery: Sendable {
    case completed
    /// Somebody had brought back what it had replaced.
    case takenBack
  }

  /// How long to wait for another run that writes to the same target.
  package struct Patience: Sendable {
    /// The longest wait.
    package let seconds: Int
    /// Called once, before waiting, with the process that is at work where that is known.
    package let onWait: @Sendable (_ holder: Int32?) -> Void
    /// Called when what an interrupted run had begun was ended.
    package let onRecovery: @Sendable (Recovery) -> Void

    package init(
      seconds: Int = 10, onWait: @escaping @Sendable (_ holder: Int32?) -> Void = { _ in },
      onRecovery: @escaping @Sendable (Recovery) -> Void = { _ in }
    ) {
      self.seconds = seconds
      self.onWait = onWait
      self.onRecovery = onRecovery
    }
  }
}
