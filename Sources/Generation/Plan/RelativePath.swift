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
    description.utf8.split(separator: Self.slash).map { String(Substring($0)) }
  }

  /// The last component.
  package var name: String {
    guard let slash = lastSlash else { return description }
    return String(description[description.utf8.index(after: slash)...])
  }

  /// The folder that holds the file; `nil` where that is the target folder itself.
  package var parent: RelativePath? {
    guard let slash = lastSlash else { return nil }
    return RelativePath(unchecked: String(description[..<slash]))
  }

  /// Sought in the bytes, which is faster than in the text.
  private var lastSlash: String.Index? {
    var text = description
    let offset = text.withUTF8 { $0.lastIndex(of: Self.slash) }
    return offset.map { description.utf8.index(description.startIndex, offsetBy: $0) }
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
    withBytes(of: left, right) { $0.isSame(as: $1) }
  }

  package static func < (left: RelativePath, right: RelativePath) -> Bool {
    withBytes(of: left, right) { left, right in
      let place = left.firstDifference(from: right)
      if place == left.count || place == right.count { return left.count < right.count }
      return left[place] < right[place]
    }
  }

  package func hash(into hasher: inout Hasher) {
    var text = description
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(0xFF as UInt8)
  }

  /// Lends the bytes of both: a path is compared many times, and seldom one that does not lie in one piece.
  private static func withBytes<Result>(
    of left: RelativePath, _ right: RelativePath,
    _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Result
  ) -> Result {
    var (left, right) = (left.description, right.description)
    return left.withUTF8 { left in
      right.withUTF8 { body(UnsafeRawBufferPointer(left), UnsafeRawBufferPointer($0)) }
    }
  }

  private static let slash = UInt8(ascii: "/")
}

extension [RelativePath] {
  /// Whether each comes before the next one, so that none comes twice.
  var isAscending: Bool { zip(self, dropFirst()).allSatisfy { $0 < $1 } }
}
