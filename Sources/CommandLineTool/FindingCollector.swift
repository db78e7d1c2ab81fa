import Diagnostics
import Synchronization

/// Takes what would otherwise be shown, for a format in which it is the result.
final class FindingCollector: Sendable {
  private let gathered = Mutex<(bag: DiagnosticBag, failures: [String])>((DiagnosticBag(), []))

  func add(_ bag: DiagnosticBag) { gathered.withLock { $0.bag.add(contentsOf: bag) } }

  func add(failure: String) { gathered.withLock { $0.failures.append(failure) } }

  var bag: DiagnosticBag { gathered.withLock { $0.bag } }

  /// Every finding once, by file and place.
  var findings: [Diagnostic] { bag.sorted }

  /// What could not be had, and has no place in a file.
  var failures: [String] { gathered.withLock { $0.failures } }
}
