import Glibc
import TestSupport
import Testing

/// Folders that only a mount can make: full, or read-only even for root.
@Suite(.enabled(if: Mounting.isPossible, "only root mounts file systems"))
struct MountedFolderTests {
  private func generate(options: String, in scratch: Scratch, after: String = "") throws -> Outcome {
    try scratch.makeFolder("mount")
    let script =
      "mount -t tmpfs -o \(options) tmpfs mount && \"$0\" \"$@\"; code=$?; find mount -type f; exit $code"
    return try Run("generate", "profile.yaml", "--output", "mount/out")
      .shell(before: "exec unshare --mount bash -c '\(script)'").in(scratch)
  }

  @Test func aFullDiskLeavesNothing() throws {
    try generate(options: "size=64k", in: Scratch.withExample()).exits(4).hasNoResult()
      .complains("cannot be written: No space left on device", "nothing was changed")
  }

  @Test func aDiskWithoutRoomForNamesLeavesNothing() throws {
    try generate(options: "nr_inodes=40", in: Scratch.withExample()).exits(4).hasNoResult()
      .complains("cannot be written: No space left on device", "nothing was changed")
  }

  @Test func aReadOnlyDisk() throws {
    try generate(options: "ro", in: Scratch.withExample()).exits(4).hasNoResult()
      .complains("cannot be written: Read-only file system", "nothing was changed")
  }
}

/// Designs on a disk that has become read-only since they were generated.
@Suite(.enabled(if: Mounting.isPossible, "only root mounts file systems"))
struct ReadOnlyDesignTests {
  /// Generates, runs a command in the mounted folder, makes it read-only, and generates again with options.
  private func generateAgain(after command: String, _ options: String..., in scratch: Scratch) throws
    -> Outcome
  {
    try scratch.makeFolder("mount")
    let script =
      "mount -t tmpfs tmpfs mount && \"$0\" \"${@:1:4}\" >/dev/null && (cd mount/out && \(command)) && "
      + "mount -o remount,ro mount && \"$0\" \"$@\""
    return try Run(["generate", "profile.yaml", "--output", "mount/out"] + options)
      .shell(before: "exec unshare --mount bash -c '\(script)'").in(scratch)
  }

  @Test func oneThatIsUpToDateNeedsNoWriting() throws {
    let outcome = try generateAgain(after: "true", in: Scratch.withExample()).exits(0).says(
      "mount/out: ", " unchanged")
    #expect(!outcome.output.contains("created") && outcome.errors.isEmpty)
  }

  @Test func oneThatIsOutOfDateIsRefused() throws {
    try generateAgain(after: "rm README.md", "--restore", "README.md", in: Scratch.withExample()).exits(4)
      .hasNoResult()
      .complains("cannot be written: Read-only file system", "nothing was changed")
  }

  @Test func oneWithAnInterruptedRunIsRefused() throws {
    try generateAgain(after: "touch .bascule/journal", in: Scratch.withExample()).exits(4).hasNoResult()
      .complains("cannot be written: Read-only file system")
  }
}

/// Whether a file system can be mounted in a name space of one's own, which ends with the process.
enum Mounting {
  static let isPossible: Bool = {
    guard getuid() == 0, let scratch = try? Scratch() else { return false }
    let probe = Run("--version").shell(before: "exec unshare --mount mount -t tmpfs tmpfs . ;")
    return (try? probe.in(scratch))?.status == 0
  }()
}
