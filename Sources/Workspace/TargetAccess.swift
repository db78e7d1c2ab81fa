/// What a run wants to do with a target folder.
package enum TargetAccess: Sendable {
  /// Only look; nothing is written, not even a lock.
  case reading
  /// Look and then write, with every other run kept out in between.
  case writing(Patience)

  /// How long to wait for another run that writes to the same target.
  package struct Patience: Sendable {
    /// The longest wait.
    package let seconds: Int
    /// Called once, before waiting, with the process that is at work where that is known.
    package let onWait: @Sendable (_ holder: Int32?) -> Void
    /// Called when what an interrupted run had begun was completed.
    package let onRecovery: @Sendable () -> Void

    package init(
      seconds: Int = 10, onWait: @escaping @Sendable (_ holder: Int32?) -> Void = { _ in },
      onRecovery: @escaping @Sendable () -> Void = {}
    ) {
      self.seconds = seconds
      self.onWait = onWait
      self.onRecovery = onRecovery
    }
  }
}
