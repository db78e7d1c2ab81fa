import Foundation
import Testing

/// Reviews of repositories with workspaces, templates and generated folders of their own.
@Suite struct DiffWorkspaceTests {
  private let order = "profiles/opportunity-to-order.yaml"

  /// Two workspaces side by side, the first with an overlay and a policy.
  private func twoWorkspaces() throws -> GitScratch {
    let repository = try GitScratch()
    for (folder, more) in [
      ("sales", "overlays: [overlay]\nreview:\n  severities: { contract/path-changed: note }\n"),
      ("stock", ""),
    ] {
      try repository.scratch.copy(
        "examples/opportunity-to-order.yaml", to: "\(folder)/\(order)")
      try repository.edit("\(folder)/\(order)", ("id: opportunity-to-order", "id: order-of-\(folder)"))
      try repository.scratch.write("\(folder)/bascule.yaml", "workspace: 1\nprofiles: [profiles]\n" + more)
    }
    try repository.scratch.copyFolder("Tests/Fixtures/review/overlay", to: "sales/overlay")
    try repository.commit()
    return repository
  }

  @Test func eachWorkspaceIsJudgedByItsOwnPolicy() throws {
    let repository = try twoWorkspaces()
    for folder in ["sales", "stock"] {
      try repository.edit("\(folder)/\(order)", ("path: /orders", "path: /sales"))
    }
    let review = try repository.diff("HEAD").exits(1)
    review.says("error contract/path-changed", "order-of-stock", "1 note")
    try repository.git("checkout", "--quiet", "--", "stock")
    try repository.diff("HEAD").exits(0).says("order-of-sales")
  }

  @Test func eachWorkspaceFailsFromItsOwnSeverityOn() throws {
    let repository = try twoWorkspaces()
    try repository.scratch.write(
      "stock/bascule.yaml", "workspace: 1\nprofiles: [profiles]\nreview: { fail-on: never }\n")
    try repository.commit()
    try repository.edit("stock/\(order)", ("path: /orders", "path: /sales"))
    try repository.diff("HEAD").exits(0).says("error contract/path-changed")
    try repository.diff("HEAD", "--fail-on", "error").exits(1)
  }

  @Test func anOverlayDecidesTheProfilesOfItsWorkspaceAlone() throws {
    let repository = try GitScratch.withProfiles("credit-check")
    for folder in ["sales", "stock"] {
      try repository.scratch.copy("examples/opportunity-to-order.yaml", to: "\(folder)/\(order)")
      try repository.edit("\(folder)/\(order)", ("id: opportunity-to-order", "id: order-of-\(folder)"))
      try repository.scratch.write("\(folder)/bascule.yaml", "workspace: 1\nprofiles: [profiles]\n")
    }
    try repository.commit()
    try repository.scratch.write(
      "sales/bascule.yaml", "workspace: 1\nprofiles: [profiles]\noverlays: [overlay]\n")
    try repository.scratch.copyFolder("Tests/Fixtures/review/overlay", to: "sales/overlay")
    let review = try repository.diff("HEAD")
    review.says("order-of-sales", "decision/catalog-changed")
    #expect(!review.output.contains("order-of-stock"))
  }

  @Test func theSameIdInTwoWorkspacesIsTwoDesigns() throws {
    let repository = try GitScratch()
    for folder in ["sales", "stock"] {
      try repository.scratch.copy("examples/opportunity-to-order.yaml", to: "\(folder)/\(order)")
      try repository.scratch.write("\(folder)/bascule.yaml", "workspace: 1\nprofiles: [profiles]\n")
    }
    try repository.commit()
    try repository.edit("sales/\(order)", ("path: /orders", "path: /sales"))
    try repository.edit("stock/\(order)", ("named-credential: ERP_Order_API", "named-credential: Stock"))
    let review = try repository.diff("HEAD").exits(1)
    review.says("2 of 2 designs change", "contract/path-changed", "contract/credential-changed")
    #expect(review.output.matches(of: /path-changed/).count == 1)
    #expect(!review.output.contains("review/unreadable"))
  }

  @Test func everyWorkspaceFileThatGoesIsNoticed() throws {
    let repository = try twoWorkspaces()
    try repository.git("rm", "--quiet", "stock/bascule.yaml")
    try repository.diff("HEAD").says("the workspace file 'stock/bascule.yaml' was removed")
  }

  @Test func aPolicyThatBecomesMilderIsNoticedInEveryWorkspace() throws {
    let repository = try twoWorkspaces()
    try repository.scratch.write(
      "stock/bascule.yaml",
      "workspace: 1\nprofiles: [profiles]\nreview:\n  severities: { contract/field-removed: error }\n")
    try repository.commit()
    try repository.scratch.write("stock/bascule.yaml", "workspace: 1\nprofiles: [profiles]\n")
    try repository.diff("HEAD").says(
      "review/policy-changed", "'contract/field-removed' weigh less", "error → warning")
  }

  // MARK: Templates

  @Test func templatesOfTheRepositoryAreReadAsTheyWereOnEachSide() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order")
    try repository.scratch.copyFolder("Tests/Fixtures/review/templates", to: "templates")
    try Run("generate", order, "--output", "designs/opportunity-to-order", "--templates", "templates")
      .in(repository.scratch).exits(0)
    try repository.commit()
    try repository.edit("templates/record/record.md.mustache", ("# {{", "# New: {{"))
    try repository.commit()
    // The files of the base are those of its templates; only the revision's are out of date.
    let arguments = ["--templates", "templates"]
    try Run(["diff", "HEAD~1", "HEAD"] + arguments).in(repository.scratch).says(
      "1 of 1 design changes", "generated files: +0 ~1 −0")
    try Run(["diff", "HEAD~1", "HEAD~1"] + arguments).in(repository.scratch).exits(0).says("Nothing changes")
  }

  // MARK: Generated folders

  private func generated() throws -> GitScratch {
    let repository = try GitScratch.withProfiles("opportunity-to-order")
    try generate(repository)
    try repository.commit()
    return repository
  }

  /// With the templates that ship, whose records are superseded.
  private func generate(_ repository: GitScratch, in folder: String = "") throws {
    let output = folder + "designs/opportunity-to-order"
    try Run("generate", folder + order, "--output", output).in(repository.scratch).exits(0)
  }

  private func diff(_ repository: GitScratch, _ arguments: String...) throws -> Outcome {
    try Run(["diff"] + arguments).in(repository.scratch)
  }

  @Test func whatBasculeKeepsForItselfIsNoFileOfADesign() throws {
    let repository = try generated()
    try repository.scratch.write("designs/opportunity-to-order/.bascule/base/0123", "kept\n")
    try repository.scratch.write("designs/opportunity-to-order/.bascule/base/profile.yaml", "profile: 1\n")
    try diff(repository, "HEAD").exits(0).says("Nothing changes: 1 design as before.")
    try repository.commit()
    try diff(repository, "HEAD~1", "HEAD").exits(0).says("Nothing changes: 1 design as before.")
  }

  @Test func aRecordThatIsSupersededIsNotAnEditedOne() throws {
    let repository = try generated()
    try repository.edit(order, ("human-waits: false", "human-waits: true"), ("within: 60s", "within: 3s"))
    try generate(repository)
    try repository.commit()
    let review = try diff(repository, "HEAD~1", "HEAD")
    review.says("decision/flipped")
    #expect(!review.output.contains("files/record-"))
    try repository.git("rm", "--quiet", "-r", "designs/opportunity-to-order/docs")
    try diff(repository, "HEAD").says("files/record-edited", "was removed")
  }

  @Test func aGeneratedFileThatIsRemovedIsNoticed() throws {
    let repository = try generated()
    let file = "designs/opportunity-to-order/salesforce/sfdx-project.json"
    try repository.git("rm", "--quiet", file)
    try diff(repository, "HEAD").says("files/edited-by-hand", "'\(file)' was removed by hand")
  }

  @Test func theCommentOfALargeChangeNamesEveryFlip() throws {
    let repository = try GitScratch()
    let profile = { (number: Int) in "profiles/order-\(number).yaml" }
    for number in 1...40 {
      try repository.scratch.copy("examples/opportunity-to-order.yaml", to: profile(number))
      try repository.edit(profile(number), ("id: opportunity-to-order", "id: order-\(number)"))
    }
    try repository.commit()
    for number in 1...40 {
      try repository.edit(profile(number), ("human-waits: false", "human-waits: true"))
    }
    let comment = try repository.diff("HEAD", "--format", "markdown").exits(1).output
    #expect(comment.utf8.count <= 65_536)
    #expect(comment.contains("designs more did not fit here"))
    for number in 1...40 {
      #expect(comment.contains("| `order-\(number)` | fire-and-forget | request-reply |"))
    }
  }

  @Test func aManifestThatGoesWithoutItsDesignIsNoticed() throws {
    let repository = try generated()
    let manifest = "designs/opportunity-to-order/.bascule/manifest.jsonl"
    try repository.git("rm", "--quiet", "-r", "designs")
    try diff(repository, "HEAD").exits(0).says("files/manifest-removed", "'\(manifest)'")
    // Its design went as well, or was generated elsewhere.
    try repository.git("rm", "--quiet", order)
    #expect(!(try diff(repository, "HEAD").output.contains("files/manifest-removed")))
    try repository.git("reset", "--quiet", "--hard")
    try repository.git("mv", "designs", "elsewhere")
    #expect(!(try diff(repository, "HEAD").output.contains("files/manifest-removed")))
  }

  @Test func theFolderOfAnotherDesignIsNobodyElses() throws {
    let repository = try GitScratch.withProfiles("nightly-product-load", "shipment-status")
    try repository.scratch.write("bascule.yaml", "workspace: 1\n")
    try Run("generate", "profiles/shipment-status.yaml", "--output", "designs/shipment-status")
      .in(repository.scratch).exits(0)
    try repository.commit()
    try repository.git("rm", "--quiet", "bascule.yaml")
    let review = try diff(repository, "HEAD").says("review/workspace-removed")
    #expect(!review.output.contains("nightly-product-load"))
  }

  // MARK: Folders

  /// A folder with a design, and one with what became of it.
  private func twoFolders() throws -> GitScratch {
    let repository = try generated()
    try repository.git("worktree", "add", "--quiet", "--detach", "old")
    try repository.git("worktree", "add", "--quiet", "--detach", "new")
    let profile = "new/" + order
    try repository.edit(profile, ("human-waits: false", "human-waits: true"), ("within: 60s", "within: 3s"))
    try generate(repository, in: "new/")
    return repository
  }

  @Test func swappedFoldersAreNoticedByTheirRecords() throws {
    let repository = try twoFolders()
    for folder in ["old", "new"] {
      try FileManager.default.removeItem(at: repository.scratch.url("\(folder)/.git"))
    }
    try diff(repository, "new", "old").says(
      "review/sides-swapped", "0002-opportunity-to-order.md'")
    let right = try diff(repository, "old", "new").says("decision/flipped")
    #expect(!right.output.contains("review/sides-swapped"))
  }

  @Test func swappedFoldersAreNoticedByWhatIsCheckedOutThere() throws {
    let repository = try twoFolders()
    try repository.git("-C", "new", "add", "--all")
    try repository.git("-C", "new", "commit", "--quiet", "--message", "new")
    try diff(repository, "new", "old").says("review/sides-swapped", "descends from")
    #expect(!(try diff(repository, "old", "new").output.contains("review/sides-swapped")))
  }
}
