import CSystem

/// Keeps a signal that asks the process to end waiting while a target is written, so that what was begun
/// is completed or taken back.
package enum SignalHold {
  static func begin() { system_hold_interruptions(1) }
  /// A signal that has come meanwhile ends the process here.
  static func end() { system_hold_interruptions(0) }
  /// What a signal would have stopped is done: from now on it changes nothing, and the run ends as it would.
  package static func ignoreFromNowOn() { system_ignore_interruptions() }
  /// Whether a signal is waiting.
  static var isInterrupted: Bool { system_is_interrupted() != 0 }
}
