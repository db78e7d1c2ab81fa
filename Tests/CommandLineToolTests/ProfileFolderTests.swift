import TestSupport
import Testing

/// Which files of a folder are read as profiles.
@Suite struct ProfileFolderTests {
  private func profile(_ id: String) -> String { "profile: 1\nid: \(id)\ntitle: \(id)\n" }

  @Test func whatWasGeneratedIntoAFolderIsNoProfile() throws {
    let scratch = try Scratch.withExample()
    try Run("generate", ".").in(scratch).exits(0).says("opportunity-to-order: ")
    for command in [["check", "."], ["generate", ".", "--check"], ["recommend", "."]] {
      let outcome = try Run(command).in(scratch).exits(0)
      #expect(outcome.errors.isEmpty, "\(outcome.errors)")
    }
    // A profile that lies beside its design is one.
    try scratch.write("opportunity-to-order/docs/own.yaml", profile("own"))
    try Run("check", ".").in(scratch).exits(0).says("2 profiles are valid")
    try Run("check", "opportunity-to-order").in(scratch).exits(0).says("1 profile is valid")
  }

  @Test func aFolderWithoutTheRecordOfADesignIsReadWhole() throws {
    let scratch = try Scratch()
    try scratch.write("designs/api/some.openapi.yaml", "openapi: 3.0.3\n")
    try Run("check", ".").in(scratch).exits(2).complains("some.openapi.yaml:1:1: error:")
  }

  @Test(arguments: ["ln -s ../elsewhere.yaml profiles/a.yaml", "cp elsewhere.yaml $'profiles/caf\\xe9.yaml'"])
  func aFolderOfWhichEverythingIsPassedOverHasNoProfile(_ making: String) throws {
    let scratch = try Scratch()
    try scratch.write("elsewhere.yaml", profile("a"))
    try scratch.makeFolder("profiles")
    for command in ["check", "recommend", "generate"] {
      try Run(command, "profiles").shell(before: making + " 2>/dev/null;").in(scratch).exits(2)
        .complains("[profile/passed-over]", "There is no profile in profiles")
    }
  }

  @Test func whatIsPassedOverIsSaid() throws {
    let scratch = try Scratch()
    try scratch.write("profiles/a.yaml", profile("a"))
    try scratch.write("elsewhere/b.yaml", profile("b"))
    let links = "ln -s ../elsewhere profiles/more; ln -s ../elsewhere/b.yaml profiles/b.yaml;"
    let name = "cp profiles/a.yaml $'profiles/caf\\xe9.yaml'; cp profiles/a.yaml $'profiles/\\xff.txt';"
    try Run("check", "profiles").shell(before: links + name).in(scratch).exits(0)
      .says("1 profile is valid")
      .complains(
        "note: 'profiles/caf\\xE9.yaml' was not read, because names that are not UTF-8 are passed over "
          + "[profile/passed-over]",
        "note: 'profiles/b.yaml', 'profiles/more' were not read, because links are not followed "
          + "[profile/passed-over]", "\n2 findings\n")
    // A link that is named is read, and what nobody asked about is not told.
    try Run("check", "profiles/b.yaml").in(scratch).exits(0).says("1 profile is valid")
    let quiet = try Run("check", "profiles", "--quiet").in(scratch).exits(0)
    #expect(quiet.errors.isEmpty, "\(quiet.errors)")
  }
}
