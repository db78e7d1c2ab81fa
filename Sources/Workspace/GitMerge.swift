import CSystem
package import Generation
import Glibc

/// Merges lines with `git merge-file`.
package enum GitMerge {
  /// Merges three texts; nothing of that touches the disk.
  package static func merge(_ merge: LineMerge) -> LineMerge.Outcome {
    do {
      let ours = try memory(merge.ours)
      let base = try memory(merge.base)
      let theirs = try memory(merge.theirs)
      return try ask([ours.number, base.number, theirs.number])
    } catch let failure as GitFailure {
      return .unavailable("\(failure)")
    } catch {
      return .unavailable("there is no memory to merge it in: \(error)")
    }
  }

  private static func ask(_ files: [Int32]) throws(GitFailure) -> LineMerge.Outcome {
    let names = MergeMarkers.names
    let labels = [names.ours, names.base, names.theirs].flatMap { ["-L", $0] }
    // Away from any repository, whose settings would have a say otherwise.
    let call = GitCall(
      folder: "/",
      arguments: ["merge-file", "--stdout", "--no-diff3"] + labels + files.map { "/proc/self/fd/\($0)" })
    let answer = try call.ask()
    switch answer.status {
    case 0: return .clean(answer.output)
    // So many places contradict each other.
    case 1...127: return .overlapping(answer.output)
    default: throw call.failure(answer)
    }
  }

  private static func memory(_ contents: [UInt8]) throws(SystemError) -> Descriptor {
    let number = system_memory_file("bascule")
    guard number >= 0 else { throw SystemError.last }
    let file = Descriptor(taking: number)
    try SystemCalls().write(contents, to: file)
    return file
  }
}
