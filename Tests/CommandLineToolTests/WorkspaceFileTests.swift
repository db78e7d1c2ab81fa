import TestSupport
import Testing

/// What the nearest `bascule.yaml` does to the commands.
@Suite struct WorkspaceFileTests {
  private let shared =
    "workspace: 1\norg: { edition: enterprise, salesforce-licenses: 400, owned: [mulesoft] }\n"

  /// A profile without what its workspace says.
  private func profile(_ id: String) -> String {
    """
    profile: 1
    id: \(id)
    title: A won opportunity becomes an order
    exchange: { direction: salesforce-to-external, type: process, trigger: record-change }
    latency: { human-waits: false }
    """
  }

  private func scratch(_ workspace: String) throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("bascule.yaml", workspace)
    try scratch.write("profiles/a.yaml", profile("a"))
    return scratch
  }

  @Test func theOrgIsSharedAndMarked() throws {
    let scratch = try scratch(shared)
    try Run("recommend", "profiles/a.yaml").in(scratch).exits(0).says(
      "licensing.owned: [mulesoft] (workspace)")
    try Run("recommend", "profiles/a.yaml", "--format", "json").in(scratch).exits(0)
      .says("\"inherited\": [", "\"requirement\": \"licensing.edition\"", "\"file\": \"bascule.yaml\"")
    let tried = try Run("recommend", "profiles/a.yaml", "--set", "licensing.owned=mulesoft").in(scratch)
      .exits(0)
    #expect(!tried.output.contains("owned: [mulesoft] (workspace)"))
  }

  @Test func whatTheOrgSpendsAlreadyIsAdded() throws {
    let scratch = try scratch(shared)
    try scratch.write(
      "profiles/a.yaml", profile("a") + "\nvolume: { events-per-day: 5_000 }\nlandscape: { consumers: 1 }\n")
    let share = /"limit": "event-delivery-daily"[^}]*?"demand": ([0-9]+)/
    func demand() throws -> Substring? {
      try Run("recommend", "profiles", "--format", "json").in(scratch).exits(0).output.firstMatch(of: share)?
        .1
    }
    #expect(try demand() == "5000")
    try scratch.write(
      "bascule.yaml",
      shared.replacing("[mulesoft]", with: "[mulesoft], baseline: { event-delivery-daily: 15_000 }"))
    #expect(try demand() == "20000")
    try Run("recommend", "profiles", "--format", "json").in(scratch).exits(0).says(
      "What the org spends already is added")
  }

  @Test func aFolderOfProfilesThatIsMissingIsToldAtItsPlace() throws {
    let scratch = try scratch("workspace: 1\nprofiles: [profiles, more]\n")
    for command in ["check", "recommend", "generate"] {
      try Run(command).in(scratch).exits(2).complains(
        "bascule.yaml:2:22: error: There is no 'more' [workspace/missing-profiles]")
    }
    try Run("check").in(scratch, below: "profiles").exits(2).complains("../bascule.yaml:2:22: error: ")
    #expect(try scratch.tree(".").count == 2)
    try scratch.write("bascule.yaml", "workspace: 1\nprofiles: [profile]\n")
    try Run("check").in(scratch).exits(2).complains("There is no 'profile'", "did you mean 'profiles'?")
  }

  @Test func aPolicyAboutNoRuleIsAWarning() throws {
    let scratch = try scratch(
      """
      workspace: 1
      review:
        severities: { contract/field-remved: error, contract/field-removed: note }
        accepted:
          - { rule: contract/no-such, because: x, until: 2030-01-31 }

      """)
    try Run("check").in(scratch).exits(0).says("are valid").complains(
      "bascule.yaml:3:17: warning: The review has no rule 'contract/field-remved' [workspace/unknown-rule]",
      "help: did you mean 'contract/field-removed'?",
      "bascule.yaml:5:7: warning: The review has no rule 'contract/no-such'", "\n2 findings\n")
  }

  @Test func aDesignWhoseProfileHasAnotherIdIsNamed() throws {
    let scratch = try scratch("workspace: 1\ndesigns: designs\n")
    try scratch.write("designs/notes/README.md", "Of the team.\n")
    #expect(try Run("generate").in(scratch).exits(0).errors.contains("abandoned") == false)
    try scratch.write("profiles/a.yaml", profile("b"))
    try Run("generate", "--check").in(scratch).exits(1).complains(
      "bascule.yaml:2:10: warning: 'designs/a' holds the design of 'a', which is no profile here "
        + "[generation/abandoned-design]",
      "rename the folder to that, and generate with --renamed-from a", "delete the folder")
    // Of one profile that is named nobody knows which others there are.
    let one = try Run("generate", "profiles/a.yaml", "--check").in(scratch).exits(1)
    #expect(!one.errors.contains("abandoned"), "\(one.errors)")
    try Run("generate", "--renamed-from", "a").shell(before: "mv designs/a designs/b;").in(scratch).exits(0)
    #expect(try Run("generate", "--check").in(scratch).exits(0).errors.contains("abandoned") == false)
  }

  @Test func theNearestFileCounts() throws {
    let scratch = try scratch(shared)
    let above = try Run("recommend", "a.yaml").in(scratch, below: "profiles").exits(0)
    #expect(above.output.contains("(workspace)"))
    try scratch.write("profiles/bascule.yaml", "workspace: 1\n")
    let nearest = try Run("recommend", "profiles/a.yaml").in(scratch).exits(0)
    #expect(!nearest.output.contains("(workspace)"))
    try Run("recommend", "profiles/a.yaml", "--workspace", "bascule.yaml").in(scratch).exits(0)
      .says("(workspace)")
  }

  @Test func theSearchEndsAtTheRootOfTheRepository() throws {
    let scratch = try scratch(shared)
    try scratch.makeFolder("profiles/.git")
    let outcome = try Run("recommend", "profiles/a.yaml").in(scratch).exits(0)
    #expect(!outcome.output.contains("(workspace)"))
  }

  @Test func withoutAPathTheProfilesOfTheWorkspaceAreRead() throws {
    let scratch = try scratch("workspace: 1\nprofiles: [profiles, more/]\ndesigns: designs\n")
    try scratch.write("more/b.yaml", profile("b"))
    try scratch.write("notes/other.yaml", "- no profile\n")
    for folder in [".", "profiles"] {
      try Run("check").in(scratch, below: folder).exits(0).says("2 profiles and ")
    }
    try Run("check", ".").in(scratch).exits(0).says("2 profiles and bascule.yaml are valid")
    try Run("check", "notes").in(scratch).exits(2).complains("notes/other.yaml:1:1")
    try Run("check").in(Scratch()).exits(2).complains("there is no workspace here", "Usage: bascule check")
  }

  @Test func designsGoWhereTheWorkspaceSays() throws {
    let scratch = try scratch("workspace: 1\ndesigns: out/designs\ngeneration: { class-prefix: ACME_ }\n")
    try scratch.copy("examples/opportunity-to-order.yaml", to: "profiles/a.yaml")
    try Run("generate").in(scratch, below: "profiles").exits(0)
    let tree = try scratch.tree("out/designs/opportunity-to-order")
    #expect(tree.keys.contains { $0.contains("/classes/ACME_") })
    // Designs hold YAML of their own, which is none of a person's profiles.
    try Run("check", ".").in(scratch).exits(0).says("1 profile and bascule.yaml are valid")
    try Run("generate", "--output", "elsewhere").in(scratch).exits(0)
    #expect(try scratch.tree("elsewhere").keys.sorted() == tree.keys.sorted())
  }

  @Test func profilesOfSeveralWorkspacesAreReadInOneRun() throws {
    let scratch = try Scratch()
    try scratch.write("a/bascule.yaml", shared)
    try scratch.write("a/a.yaml", profile("a"))
    try scratch.write("b/b.yaml", profile("b"))
    let outcome = try Run("recommend", ".", "--format", "json").in(scratch).exits(0)
    #expect(outcome.output.split(separator: "\"inherited\": []").count == 2)
    try Run("check", ".").in(scratch).exits(0).says("2 profiles and ./a/bascule.yaml are valid")
    try scratch.write("b/b.yaml", profile("a"))
    try Run("check", ".").in(scratch).exits(2).complains("Two profiles have the id 'a'")
  }

  @Test func everyFindingOfAWorkspace() throws {
    let scratch = try scratch(
      """
      workspace: 1
      designs: ../elsewhere
      org:
        edition: entreprise
        baseline: { api-requests-dayly: 40_000 }
      generation: { api-version: 20 }
      reviews: {}
      """)
    for arguments in [["check"], ["recommend"], ["generate"], ["explain", "rest-api"], ["catalog", "list"]] {
      try Run(arguments).in(scratch).exits(2).hasNoResult().complains("bascule.yaml:2:10", "5 findings")
    }
    try Run("check").in(scratch).matches("transcripts/workspace-mistakes.txt")
  }

  @Test func aWorkspaceThatIsNotToBeHad() throws {
    let scratch = try scratch(shared)
    try Run("check", "profiles", "--workspace", "nowhere.yaml").in(scratch).exits(4).hasNoResult()
      .complains("There is no 'nowhere.yaml'")
    try scratch.write("bascule.yaml", "workspace: 1\n\tno: [\n")
    try Run("check", "profiles").in(scratch).exits(2).hasNoResult().complains("bascule.yaml:2:1")
  }

  @Test func theFileItselfCanBeChecked() throws {
    let scratch = try scratch(shared)
    try Run("check", "bascule.yaml").in(scratch).exits(0).says("bascule.yaml is valid")
    try Run("recommend", "bascule.yaml").in(scratch).exits(2).complains("There is no profile in bascule.yaml")
  }

  @Test(arguments: ["--workspace", "--catalog", "--overlay"])
  func theSchemas(_ option: String) throws {
    try Run("schema", option).in(Scratch()).exits(0).says(
      "\"$schema\":", "\"$id\": \"https://bascule.dev/schema/")
    try Run("schema", "--workspace", "--catalog").in(Scratch()).exits(2).complains("exclude each other")
  }
}
