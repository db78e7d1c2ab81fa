import ArgumentParser

/// The option that says where the templates come from, of a command that reads them.
///
/// Each command declares it itself: the library reflects on a group of options for longer than on the option in it.
enum TemplateOption {
  static let help = ArgumentHelp(
    "Read the templates from this folder instead of the built-in ones.",
    discussion: "Also BASCULE_TEMPLATES.",
    valueName: "folder")

  /// The folder that the option names, or the environment; `nil` for the built-in templates.
  static func folder(_ named: String?) -> String? { named ?? environment("BASCULE_TEMPLATES") }
}
