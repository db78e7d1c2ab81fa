import Glibc

/// A `git cat-file --batch` that is asked for blobs by their ids, as often as needed.
struct BlobReader: ~Copyable {
  private let process: GitProcess

  static func start(in folder: String) throws(GitFailure) -> BlobReader {
    let process = try GitProcess.start(["cat-file", "--batch"], in: folder, .conversing)
    if let input = process.input { _ = fcntl(input, F_SETFL, O_NONBLOCK) }
    return BlobReader(process: process)
  }

  private init(process: consuming GitProcess) { self.process = process }

  /// The blobs in the order of their ids.
  func read(_ ids: [BlobID], limit: Int) throws(GitFailure) -> [SnapshotContents] {
    guard let input = process.input, !ids.isEmpty else { return [] }
    let questions = ids.flatMap { $0.digits + [UInt8(ascii: "\n")] }
    var asked = 0
    var parser = BlobParser(limit: limit)
    var buffer = [UInt8](repeating: 0, count: 1 << 17)
    // The line break behind the last blob may come later than the blob.
    while parser.answers.count < ids.count || !parser.isBetweenBlobs {
      // Asking and listening take turns, since neither pipe holds everything.
      var channels = [
        pollfd(fd: process.output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: asked < questions.count ? input : -1, events: Int16(POLLOUT), revents: 0),
      ]
      guard poll(&channels, 2, -1) >= 0 || errno == EINTR else { throw failure("\(SystemError.last)") }
      if channels[1].revents != 0 {
        let count = questions[asked...].withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
        if count < 0, errno != EAGAIN, errno != EINTR { throw failure("\(SystemError.last)") }
        asked += max(0, count)
      }
      if channels[0].revents != 0 {
        let count = Glibc.read(process.output, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw failure("it ended early") }
        guard parser.take(buffer[..<count]) else { throw failure("its answer is none") }
      }
    }
    return parser.answers
  }

  private func failure(_ message: String) -> GitFailure { .failed(command: "cat-file", message: message) }
}
