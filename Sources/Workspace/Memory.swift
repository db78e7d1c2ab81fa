import CSystem

/// The memory of this process.
package enum Memory {
  /// Takes what the run for one profile needs at once: taken page by page it costs a twentieth of such a run.
  package static func reserve() { system_reserve_memory(600 << 10) }
}
