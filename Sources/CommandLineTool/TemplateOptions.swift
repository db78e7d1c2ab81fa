import ArgumentParser

/// Where the templates come from, of a command that reads them.
struct TemplateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read the templates from this folder instead of the built-in ones.",
      discussion: "Also BASCULE_TEMPLATES.",
      valueName: "folder"),
    completion: .directory)
  var templates: String?

  var folder: String? { templates ?? environment("BASCULE_TEMPLATES") }
}
