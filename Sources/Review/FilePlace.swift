import Diagnostics

/// Places in files that are named and not read.
enum FilePlace {
  /// The folder of a path, with `/` behind it; empty for the root.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// The first line.
  static func start(of path: String) -> SourceLocation {
    SourceLocation(file: SourceFile(name: path, contents: []), range: SourceRange(line: 1, columns: 1..<1))
  }
}
