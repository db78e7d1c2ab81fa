import CSystem
import Glibc

/// A `git` that runs, with the ends of its channels that are ours.
struct GitProcess: ~Copyable {
  private let number: Int32
  /// What is written here git reads; `nil` where it has nothing to read.
  let input: Int32?
  let output: Int32
  /// `nil` where nobody asks what it complains about.
  let errors: Int32?

  /// Which channels are ours.
  enum Manner {
    /// It says something, and why not.
    case answering
    /// It is asked and answers, over and over.
    case conversing
  }

  static func start(
    _ arguments: [String], in folder: String, _ manner: Manner, keepsIndex: Bool = false
  ) throws(GitFailure) -> GitProcess {
    do throws(SystemError) {
      return try GitProcess(
        ["git", "--no-pager", "-C", folder] + GitEnvironment.settings + arguments,
        GitEnvironment.variables(keepsIndex: keepsIndex), manner)
    } catch {
      throw .notInstalled(error)
    }
  }

  private init(_ arguments: [String], _ environment: [String], _ manner: Manner) throws(SystemError) {
    let nothing = try Descriptor(following: "/dev/null", flags: O_RDWR)
    let answers = try Pipe()
    let other = try Pipe()
    let idle = nothing.number
    let channels: [Int32] =
      switch manner {
      case .answering: [idle, answers.write, other.write]
      case .conversing: [other.read, answers.write, idle]
      }
    var started: Int32 = 0
    let failure = withCStrings(arguments) { arguments in
      withCStrings(environment) { system_spawn(arguments, $0, channels, &started) }
    }
    guard failure == 0 else {
      answers.close()
      other.close()
      throw SystemError(failure)
    }
    number = started
    output = answers.keepRead()
    switch manner {
    case .answering: (input, errors) = (nil, other.keepRead())
    case .conversing: (input, errors) = (other.keepWrite(), nil)
    }
    withExtendedLifetime(nothing.number) {}
  }

  deinit {
    _ = close(output)
    if let errors { _ = close(errors) }
    if let input { _ = close(input) }
    var status: Int32 = 0
    while waitpid(number, &status, 0) < 0, errno == EINTR {}
  }

  /// Waits for the end; `nil` where a signal ended it.
  consuming func end() -> Int32? {
    _ = close(output)
    if let errors { _ = close(errors) }
    if let input { _ = close(input) }
    var status: Int32 = 0
    while waitpid(number, &status, 0) < 0, errno == EINTR {}
    discard self
    return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
  }

  /// Ends it before it is done.
  func interrupt() { kill(number, SIGKILL) }
}

/// Two ends of a pipe, neither of which a started program inherits.
private struct Pipe {
  let read: Int32
  let write: Int32

  init() throws(SystemError) {
    var ends: [Int32] = [0, 0]
    guard system_pipe(&ends) == 0 else { throw SystemError.last }
    (read, write) = (ends[0], ends[1])
  }

  func close() {
    _ = Glibc.close(read)
    _ = Glibc.close(write)
  }

  func keepRead() -> Int32 {
    _ = Glibc.close(write)
    return read
  }

  func keepWrite() -> Int32 {
    _ = Glibc.close(read)
    return write
  }
}

/// Lends texts to C as an array that ends with a null pointer.
private func withCStrings<Result>(
  _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) }
  pointers.append(nil)
  defer { for pointer in pointers { free(pointer) } }
  return pointers.withUnsafeBufferPointer { buffer in
    guard let start = buffer.baseAddress else {
      preconditionFailure("an array that was appended to is empty")
    }
    return body(start)
  }
}
