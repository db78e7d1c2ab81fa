import Testing
import TestSupport

/// A catalog and templates of one's own.
@Suite struct KnowledgeTests {
  private func run(_ arguments: String..., with edits: (Scratch) throws -> Void) throws -> Outcome {
    let scratch = try Scratch.withExample()
    try scratch.copyFolder("catalog", to: "catalog")
    try scratch.copyFolder("templates", to: "templates")
    try edits(scratch)
    return try Run(arguments).in(scratch)
  }

  @Test func foldersLikeTheBuiltInOnesSayTheSame() throws {
    let scratch = try Scratch.withExample()
    try scratch.copyFolder("catalog", to: "catalog")
    try scratch.copyFolder("templates", to: "templates")
    let builtIn = try Run("recommend", "--format", "json", "profile.yaml").in(scratch).exits(0)
    let own = ["recommend", "--format", "json", "profile.yaml", "--catalog", "catalog"]
    let loaded = try Run(own).in(scratch).exits(0)
    let paths = loaded.output.replacing("\"file\": \"catalog/", with: "\"file\": \"")
    #expect(paths == builtIn.output.replacing("\"file\": \"catalog/", with: "\"file\": \""))
    let environment = try Run("recommend", "--format", "json", "profile.yaml")
      .with("BASCULE_CATALOG", "catalog").in(scratch).exits(0)
    #expect(environment.output == loaded.output)

    try Run("generate", "profile.yaml", "--output", "a").in(scratch).exits(0)
    try Run("generate", "profile.yaml", "--output", "b", "--catalog", "catalog", "--templates", "templates")
      .in(scratch).exits(0)
    try Run("generate", "profile.yaml", "--output", "c").with("BASCULE_TEMPLATES", "templates").in(scratch)
      .exits(0)
    let generated = try scratch.tree("a")
    #expect(try scratch.tree("b") == generated)
    #expect(try scratch.tree("c") == generated)
  }

  @Test func theOptionOutweighsTheEnvironment() throws {
    let scratch = try Scratch.withExample()
    try scratch.copyFolder("catalog", to: "catalog")
    try Run("check", "profile.yaml", "--catalog", "catalog").with("BASCULE_CATALOG", "/nowhere").in(scratch)
      .exits(0)
    try Run("check", "profile.yaml").with("BASCULE_CATALOG", "/nowhere").in(scratch).exits(4)
      .complains("There is no '/nowhere'")
  }

  @Test func aRuleWithMistakes() throws {
    let mistaken = try run("recommend", "profile.yaml", "--catalog", "catalog") { scratch in
      try scratch.copy("Tests/Fixtures/mistakes/mistaken-rule.yaml", to: "catalog/rules/mistaken-rule.yaml")
    }
    try mistaken.exits(2).hasNoResult().matches("transcripts/mistaken-rule.txt")
  }

  @Test func aCatalogWithoutItsFiles() throws {
    try run("check", "profile.yaml", "--catalog", "empty") { try $0.makeFolder("empty") }.exits(2)
      .hasNoResult()
      .complains("The catalog has no file 'catalog.yaml'", "The catalog in empty has errors")
  }

  @Test func aTemplateWithMistakes() throws {
    let mistaken = try run("generate", "profile.yaml", "--templates", "templates", "--output", "out") {
      scratch in
      try scratch.write("templates/mistaken/kind.yaml", "id: mistaken\ntitle: 3\nfils: []\n")
      try scratch.write("templates/mistaken/page.md.mustache", "{{#open}}\n{{ nothing }}\n")
    }
    mistaken.exits(2).hasNoResult()
      .complains("templates/mistaken/", "Section 'open' is not closed", "nothing is generated from them")
  }

  @Test func theTemplatesAreCheckedWithTheCatalog() throws {
    let linted = try run("catalog", "lint", "--templates", "templates") { scratch in
      try scratch.write(
        "templates/mistaken/kind.yaml",
        """
        id: mistaken
        title: A page
        when: [ { technologies: [platform-event] } ]
        files: [ { path: docs/mistaken.md, template: page.md.mustache, language: markdown, ownership: merged } ]
        source: ipp-a#none

        """)
      try scratch.write("templates/mistaken/page.md.mustache", "{{profile.latency.human-wait}}\n")
    }
    try linted.matches("transcripts/catalog-lint-templates.txt")
    try run("catalog", "lint", "--catalog", "catalog", "--templates", "templates") { _ in }.exits(0)
    try run("catalog", "lint", "--templates", "none") { _ in }.exits(4).complains("There is no 'none'")
  }

  /// What a command does not read cannot be named to it; a variable may be set for a whole shell.
  @Test(arguments: [
    ["recommend", "profile.yaml"], ["explain", "pub-sub"], ["catalog", "list"],
    ["catalog", "show", "pub-sub"],
    ["catalog", "matrix"], ["catalog", "test"],
  ])
  func templatesAreNamedToThoseWhoReadThem(command: [String]) throws {
    let scratch = try Scratch.withExample()
    try Run(command + ["--templates", "templates"]).in(scratch).exits(2).hasNoResult()
      .complains("Unknown option '--templates'")
    try Run(command).with("BASCULE_TEMPLATES", "none").in(scratch).exits(0)
  }

  @Test func templatesThatAreNone() throws {
    for command in ["check", "generate"] {
      try run(command, "profile.yaml", "--templates", "empty") { try $0.makeFolder("empty") }
        .exits(2).hasNoResult().complains("There is no template in empty")
    }
  }
}
