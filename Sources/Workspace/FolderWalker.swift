import Generation
import Glibc

/// Opens the folders of a target, name by name from its root, so that no link is ever followed and
/// nothing outside is ever reached.
///
/// It keeps the way to the last folder open: for paths in their order each folder is opened once.
struct FolderWalker: ~Copyable {
  private let calls: SystemCalls
  private let root: Int32
  private var way: [(name: String, number: Int32)] = []

  init(root: Int32, calls: SystemCalls) {
    self.root = root
    self.calls = calls
  }

  deinit {
    for step in way { _ = close(step.number) }
  }

  /// The descriptor of a folder, open until the next call; `nil` stands for the root.
  mutating func open(_ folder: RelativePath?, creating: Bool = false) throws(SystemError) -> Int32 {
    try open(folder?.components ?? [], creating: creating)
  }

  /// The same for a folder by the names that lead to it, none of which is `..`.
  mutating func open(_ names: [String], creating: Bool = false) throws(SystemError) -> Int32 {
    let shared = zip(way, names).prefix { $0.name == $1 }.count
    while way.count > shared { _ = close(way.removeLast().number) }
    for name in names[shared...] {
      way.append((name, try calls.openFolder(name, in: current, creating: creating).release()))
    }
    return current
  }

  private var current: Int32 { way.last?.number ?? root }
}
