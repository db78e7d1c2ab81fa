import Synchronization

/// Says on a terminal how far a long run has come; of a short one it says nothing.
final class Progress: Sendable {
  private struct State {
    var done = 0
    var next: ContinuousClock.Instant
    var isShown = false
  }

  /// How long nothing is said, and then between one line and the next.
  private static let pause = Duration.milliseconds(250)

  private let total: Int
  private let console: Console
  private let state: Mutex<State>

  init(of total: Int, _ console: Console) {
    self.total = total
    self.console = console
    state = Mutex(State(next: .now + Self.pause))
  }

  func add(_ count: Int) {
    guard console.showsProgress else { return }
    state.withLock { state in
      state.done += count
      let now = ContinuousClock.now
      guard now >= state.next else { return }
      state.next = now + Self.pause
      state.isShown = true
      console.rewrite("\(state.done) of \(total) profiles")
    }
  }

  /// Takes the line away.
  func end() {
    if state.withLock({ $0.isShown }) { console.rewrite("") }
  }
}
