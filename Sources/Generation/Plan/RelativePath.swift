/// The path of a file inside a target folder, fit for every system that a team may check it out on.
///
/// Equality and order are those of the UTF-8 bytes, so that they agree with the disk and with `git`.
package struct RelativePath: Sendable, CustomStringConvertible {
  /// The components with `/` between them.
  package let description: String

  /// Checks the given path, whose components are divided by `/`.
  package init(_ text: String) throws(Failure) {
    if let failure = Self.failure(of: text) { throw failure }
    description = text
  }

  /// A path that is known to pass every check.
  init(unchecked text: String) {
    description = text
  }

  /// The names on the way to the file, its own name last.
  package var components: [String] {
    description.split(separator: "/").map(String.init)
  }

  /// The last component.
  package var name: String {
    description.split(separator: "/").last.map(String.init) ?? description
  }

  /// The folder that holds the file; `nil` where that is the target folder itself.
  package var parent: RelativePath? {
    guard let slash = description.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return RelativePath(unchecked: String(description[..<slash]))
  }

  /// The folders on the way to the file, the outermost first.
  package var ancestors: [RelativePath] {
    var folders: [RelativePath] = []
    var current = parent
    while let folder = current {
      folders.append(folder)
      current = folder.parent
    }
    return folders.reversed()
  }

  /// The path without regard to case and to the composition of accents: two paths with the same key
  /// are one file where the file system does not tell them apart.
  package var collisionKey: String { description.lowercased() }
}

extension RelativePath: Hashable, Comparable {
  package static func == (left: RelativePath, right: RelativePath) -> Bool {
    left.description.utf8.elementsEqual(right.description.utf8)
  }

  package static func < (left: RelativePath, right: RelativePath) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in description.utf8 { hasher.combine(byte) }
    hasher.combine(0xFF as UInt8)
  }
}
