import CSystem

/// What `git` finds in its environment and its configuration when this program starts it.
enum GitEnvironment {
  /// The variables for git; those of the user that steer git are left out, since a hook sets some of them
  /// for another repository than the one that is read.
  ///
  /// - Parameter keepsIndex: whether the index that a hook names is the one to read.
  static func variables(keepsIndex: Bool) -> [String] {
    var variables: [String] = []
    var next = system_environment()
    while let entry = next?.pointee {
      let variable = String(cString: entry)
      if isKept(variable, keepsIndex: keepsIndex) { variables.append(variable) }
      next = next?.successor()
    }
    return variables + own
  }

  private static func isKept(_ variable: String, keepsIndex: Bool) -> Bool {
    let name = variable.prefix { $0 != "=" }
    if own.contains(where: { $0.hasPrefix(name + "=") }) { return false }
    return !name.hasPrefix("GIT_") || name == "GIT_CONFIG_GLOBAL" || (keepsIndex && name == "GIT_INDEX_FILE")
  }

  /// No lock is taken, nothing is asked, nothing is fetched, and messages are the same everywhere.
  private static let own = [
    "GIT_NO_LAZY_FETCH=1", "GIT_NO_REPLACE_OBJECTS=1", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0",
    "LC_ALL=C",
  ]

  /// Settings that outweigh those of the repository: no program of its own is run, no host is asked.
  static let settings = [
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never",
    "-c", "core.quotePath=false",
  ]
}
