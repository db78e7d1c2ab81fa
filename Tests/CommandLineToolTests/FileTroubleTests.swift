import Foundation
import TestSupport
import Testing

/// Files and folders that are not there, or not to be had.
@Suite struct FileTroubleTests {
  @Test(arguments: ["check", "recommend", "generate"])
  func aFileThatIsNotThere(_ command: String) throws {
    try Run(command, "nothing.yaml").in(Scratch()).exits(4).hasNoResult().complains(
      "There is no 'nothing.yaml'")
  }

  @Test func aMisspeltPathIsAnsweredWithTheNearestOne() throws {
    let scratch = try Scratch.withExample()
    try scratch.write("designs/orders/profile.yaml", scratch.text("profile.yaml"))
    try Run("check", "profil.yml").in(scratch).exits(4).complains(
      "There is no 'profil.yml'; did you mean 'profile.yaml'?")
    try Run("generate", "./desings/order/profile.yaml").in(scratch).exits(4).complains(
      "There is no './desings/order/profile.yaml'; did you mean 'designs/orders/profile.yaml'?")
    try Run("recommend", "profile.yaml", "--catalog", "desing").in(scratch).exits(4).complains(
      "There is no 'desing'; did you mean 'designs'?")
    // Where only the folder is found, nothing that exists is named.
    try Run("check", "desings/else.yaml").in(scratch).exits(4).hasNoResult().complains(
      "There is no 'desings/else.yaml'\n")
  }

  @Test func aNearestPathCannotSteerTheTerminal() throws {
    let scratch = try Scratch()
    try scratch.write("pro\u{1B}file.yaml", "")
    try Run("check", "profile.yaml").in(scratch).exits(4).complains("did you mean 'pro<U+001B>file.yaml'?")
  }

  @Test func aFileThatMayNotBeRead() throws {
    let scratch = try Scratch()
    // Not even root reads the memory of a process from its start.
    try FileManager.default.createSymbolicLink(
      atPath: scratch.url("mem.yaml").path, withDestinationPath: "/proc/self/mem")
    try Run("check", "mem.yaml").in(scratch).exits(4).hasNoResult().complains("'mem.yaml' cannot be read: ")
  }

  @Test(.enabled(if: getuid() != 0, "root reads every file"))
  func aFileWithoutPermission() throws {
    let scratch = try Scratch.withExample()
    try scratch.setMode(0, of: "profile.yaml")
    try Run("check", "profile.yaml").in(scratch).exits(4).complains("cannot be read: Permission denied")
  }

  @Test func aFolderWithoutProfiles() throws {
    let scratch = try Scratch()
    try scratch.makeFolder("empty")
    try Run("check", "empty").in(scratch).exits(2).complains("There is no profile in empty")
  }

  @Test func aFolderNamedLikeAProfile() throws {
    let scratch = try Scratch()
    try scratch.makeFolder("profiles/nested.yaml")
    try Run("check", "profiles").in(scratch).exits(2).complains("There is no profile in profiles")
  }

  @Test(.timeLimit(.minutes(1))) func aDevice() throws {
    try Run("check", "/dev/zero").in(Scratch()).exits(4).complains("only plain files are read")
  }

  @Test func everyMissingFileIsNamed() throws {
    let scratch = try Scratch.withExample()
    try Run("check", "one.yaml", "profile.yaml", "two.yaml").in(scratch).exits(4)
      .complains("There is no 'one.yaml'", "There is no 'two.yaml'")
  }

  @Test func standardInput() throws {
    let scratch = try Scratch.withExample()
    let text = try scratch.text("profile.yaml")
    try Run("check", "-").reading(text).in(scratch).exits(0).says("1 profile is valid")
    try Run("recommend", "-").reading(text).in(scratch).exits(0).says("fire-and-forget")
    try Run("generate", "-", "--output", "out").reading(text).in(scratch).exits(0).says("out: ")
    try Run("check", "-").reading("- no\n").in(scratch).exits(2).complains("<stdin>:1:1: error")
    try Run("check", "-").in(scratch).exits(2).complains("<stdin>:1:1: error: The file is empty")
  }

  @Test func aFileNamedTwiceIsOneProfile() throws {
    let scratch = try Scratch.withExample()
    try Run("check", "profile.yaml", "profile.yaml").in(scratch).exits(0).says("1 profile is valid")
    try Run("check", ".", "profile.yaml").in(scratch).exits(0).says("1 profile is valid")
  }

  @Test func aNameThatSteersTheTerminal() throws {
    let scratch = try Scratch()
    try scratch.write("\u{1B}[31m.yaml", "- no\n")
    let outcome = try Run("check", "\u{1B}[31m.yaml").in(scratch).exits(2).complains("\\u{1B}[31m.yaml:1:1")
    #expect(!outcome.errors.contains("\u{1B}"))
  }
}
