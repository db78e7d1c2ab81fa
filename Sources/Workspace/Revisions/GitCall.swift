import Glibc

/// One question to `git` and its answer.
struct GitCall {
  let folder: String
  let arguments: [String]
  var keepsIndex = false

  /// What git said.
  struct Answer {
    let status: Int32
    let output: [UInt8]
    let errors: String

    /// The output without the line break at its end.
    var line: String {
      String(decoding: output.last == UInt8(ascii: "\n") ? output.dropLast() : output[...], as: UTF8.self)
    }
  }

  /// The most that git may say: enough for a million paths.
  private static let largestAnswer = 1 << 28
  private static let largestComplaint = 1 << 14

  /// Asks, whatever the answer is.
  func ask() throws(GitFailure) -> Answer {
    let process = try GitProcess.start(arguments, in: folder, .answering, keepsIndex: keepsIndex)
    var output: [UInt8] = []
    var errors: [UInt8] = []
    var channels = [
      pollfd(fd: process.output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: process.errors ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while channels.contains(where: { $0.fd >= 0 }) {
      guard poll(&channels, 2, -1) >= 0 else {
        if errno == EINTR { continue }
        throw failure("\(SystemError.last)")
      }
      for index in channels.indices where channels[index].fd >= 0 && channels[index].revents != 0 {
        let count = read(channels[index].fd, &buffer, buffer.count)
        if count <= 0 { channels[index].fd = -1 }
        guard count > 0 else { continue }
        if index == 0 { output += buffer[..<count] } else { errors += buffer[..<count] }
        errors = Array(errors.prefix(Self.largestComplaint))
      }
      if output.count > Self.largestAnswer {
        process.interrupt()
        throw .tooMuch(what: "the answers of git \(name)", limit: Self.largestAnswer)
      }
    }
    guard let status = process.end() else { throw failure("a signal ended it") }
    return Answer(status: status, output: output, errors: String(decoding: errors, as: UTF8.self))
  }

  /// Asks for something that there has to be.
  func output() throws(GitFailure) -> Answer {
    let answer = try ask()
    guard answer.status == 0 else { throw failure(answer) }
    return answer
  }

  /// The failure in the words of git, without what it suggests.
  func failure(_ answer: Answer) -> GitFailure {
    let line = answer.errors.split(separator: "\n").first.map(String.init) ?? "status \(answer.status)"
    return failure(line.hasPrefix("fatal: ") ? String(line.dropFirst(7)) : line)
  }

  private func failure(_ message: String) -> GitFailure { .failed(command: name, message: message) }

  /// The subcommand, behind the settings.
  private var name: String {
    var rest = arguments[...]
    while rest.first == "-c" { rest = rest.dropFirst(2) }
    return rest.first ?? ""
  }
}
