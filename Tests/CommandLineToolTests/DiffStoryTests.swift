import Testing

/// What reviewers read about ten changes; each page below `Tests/Fixtures/review/stories` is one.
@Suite struct DiffStoryTests {
  private let order = "profiles/opportunity-to-order.yaml"
  private let folder = "designs/opportunity-to-order"

  /// The design that the other stories change, with what was generated for it.
  private func generated() throws -> GitScratch {
    let repository = try GitScratch.withProfiles("opportunity-to-order", "credit-check")
    try generate(repository)
    try repository.commit()
    return repository
  }

  /// Generates with the templates of the stories, which change when the stories do.
  private func generate(_ repository: GitScratch) throws {
    try Run("generate", order, "--output", folder).with("BASCULE_TEMPLATES", GitScratch.templates)
      .in(repository.scratch).exits(0)
  }

  private func page(_ name: String) -> String { "review/stories/\(name).txt" }

  @Test func aLatencyIsTightened() throws {
    let repository = try generated()
    try repository.edit(order, ("human-waits: false", "human-waits: true"), ("within: 60s", "within: 3s"))
    try generate(repository)
    try repository.commit()
    try repository.diff("HEAD~1", "HEAD").exits(1).matches(page("latency-tightened"))
  }

  @Test func aLicenceIsDropped() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order", "credit-check")
    try repository.edit(order, ("  owned: [mulesoft]\n", ""), ("  budget: normal\n", ""))
    let shared = "workspace: 1\norg: { owned: [mulesoft], budget: normal }\n"
    try repository.scratch.write("bascule.yaml", shared)
    try repository.commit()
    try repository.edit(
      "bascule.yaml", ("owned: [mulesoft], budget: normal", "owned: [], budget: constrained"))
    try repository.diff("HEAD").exits(1).matches(page("license-dropped"))
  }

  @Test func aVolumeGrowsPastAnAllocation() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order", "credit-check")
    try repository.edit(order, ("events-per-day: 20_000", "events-per-day: 60_000"))
    try repository.commit()
    try repository.diff("HEAD~1..HEAD").exits(1).matches(page("volume-grown"))
  }

  @Test func anEditionIsUpgraded() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order")
    try repository.edit(order, ("events-per-day: 20_000", "events-per-day: 30_000"))
    try repository.commit()
    try repository.edit(order, ("edition: enterprise", "edition: unlimited"))
    try repository.diff("HEAD").matches(page("edition-upgraded"))
  }

  @Test func aFieldIsRemoved() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order", "credit-check")
    try repository.edit(
      order, ("        - { salesforce: CloseDate, external: closeDate, type: date }\n", ""),
      (", closeDate: 2026-11-20", ""))
    try repository.git("add", ".")
    try repository.diff("--staged").exits(1).matches(page("field-removed"))
  }

  @Test func aCatalogUpgradeFlipsNothing() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order", "credit-check")
    try repository.scratch.copyFolder("catalog", to: "catalog")
    try repository.commit()
    try repository.edit("catalog/rules/nobody-waits-hands-over.yaml", ("points: 15", "points: 16"))
    try repository.diff("HEAD", "--catalog", "catalog").exits(0).matches(page("catalog-flips-nothing"))
  }

  @Test func aCatalogUpgradeFlipsTwo() throws {
    let repository = try GitScratch.withProfiles(
      "opportunity-to-order", "accounts-to-warehouse", "credit-check")
    try repository.scratch.copyFolder("catalog", to: "catalog")
    try repository.commit()
    try repository.edit(
      "catalog/rules/nobody-waits-hands-over.yaml",
      ("  - prefer: pub-sub\n    points: 5\n", "  - prefer: pub-sub\n    points: 100\n"))
    try repository.commit()
    try repository.diff("HEAD~1", "--catalog", "catalog").matches(page("catalog-flips-two"))
  }

  @Test func anOverlayIsAdded() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order", "credit-check")
    try repository.scratch.write("bascule.yaml", "workspace: 1\nprofiles: [profiles]\n")
    try repository.commit()
    try repository.scratch.write("bascule.yaml", "workspace: 1\nprofiles: [profiles]\noverlays: [overlay]\n")
    try repository.scratch.copyFolder("Tests/Fixtures/review/overlay", to: "overlay")
    try repository.diff("HEAD").exits(1).matches(page("overlay-added"))
  }

  @Test func aGeneratedFileIsEditedByHand() throws {
    let repository = try generated()
    let file = folder + "/objects/Outbox__c/Outbox__c.object-meta.xml"
    try repository.scratch.write(file, try repository.scratch.text(file) + "<!-- mended -->\n")
    try repository.diff("HEAD").exits(0).matches(page("file-edited-by-hand"))
  }

  @Test func aDecisionIsOverridden() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order", "credit-check")
    let decision =
      "\ndecision:\n  pattern: request-reply\n  because: Sales wants to see the order number at once.\n"
    try repository.edit(order, ("\n# What crosses", decision + "\n# What crosses"))
    try repository.commit()
    try repository.diff("HEAD~1", "HEAD").matches(page("decision-overridden"))
  }
}
