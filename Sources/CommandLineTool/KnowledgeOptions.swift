import ArgumentParser

/// Where the catalog and what profiles share come from.
struct KnowledgeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read the catalog from this folder instead of the built-in one.", discussion: "Also BASCULE_CATALOG.",
      valueName: "folder"),
    completion: .directory)
  var catalog: String?

  @Option(
    help: ArgumentHelp(
      "Read this workspace file instead of the nearest bascule.yaml.",
      discussion: "Without it, the nearest above the profile, within its repository.",
      valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var workspace: String?

  var catalogFolder: String? { catalog ?? environment("BASCULE_CATALOG") }
}
