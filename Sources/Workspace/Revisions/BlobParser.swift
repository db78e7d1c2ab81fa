/// Reads the answers of `git cat-file --batch` as they come, piece by piece.
struct BlobParser {
  private enum State {
    case header
    /// So many bytes of a blob are still to come, to be kept or passed over.
    case contents(left: Int, isKept: Bool)
    /// The line break behind a blob.
    case end
  }

  /// A blob with more bytes than this is passed over.
  let limit: Int
  private(set) var answers: [SnapshotContents] = []
  private var state = State.header
  private var buffer: [UInt8] = []

  init(limit: Int) { self.limit = limit }

  /// Whether everything that belongs to the answers so far was taken.
  var isBetweenBlobs: Bool { if case .header = state { buffer.isEmpty } else { false } }

  /// Takes the next bytes; false where they are none of git's.
  mutating func take(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      switch state {
      case .header:
        guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
          buffer += rest
          return buffer.count < 1 << 12
        }
        buffer += rest[..<end]
        rest = rest[(end + 1)...]
        guard readHeader() else { return false }
      case .contents(let left, let isKept):
        let piece = rest.prefix(left)
        if isKept { buffer += piece }
        rest = rest.dropFirst(piece.count)
        state = .contents(left: left - piece.count, isKept: isKept)
        if piece.count == left { finish(isKept) }
      case .end:
        rest = rest.dropFirst()
        state = .header
      }
    }
    return true
  }

  /// `ID blob SIZE`, or `ID missing`.
  private mutating func readHeader() -> Bool {
    let words = String(decoding: buffer, as: UTF8.self).split(separator: " ")
    buffer = []
    guard words.count >= 2 else { return false }
    guard words.count == 3, let size = Int(words[2]), size >= 0 else {
      answers.append(.missing)
      return true
    }
    guard size > 0 else {
      finish(true)
      return true
    }
    state = .contents(left: size, isKept: size <= limit)
    if size <= limit { buffer.reserveCapacity(size) }
    return true
  }

  private mutating func finish(_ isKept: Bool) {
    answers.append(isKept ? .bytes(buffer) : .tooLarge(limit: limit))
    buffer = []
    state = .end
  }
}
