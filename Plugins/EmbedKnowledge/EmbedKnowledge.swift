import Foundation
import PackagePlugin

/// Checks `catalog/` and `templates/` at build time and compiles them into one Swift file.
@main
struct EmbedKnowledge: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let root = context.package.directoryURL
    let output = context.pluginWorkDirectoryURL.appending(path: "Knowledge.swift")
    return [
      .buildCommand(
        displayName: "Checking and embedding catalog and templates",
        executable: try context.tool(named: "CompileKnowledge").url,
        arguments: [root.path, output.path],
        inputFiles: ["catalog", "diagnostics", "templates"].flatMap {
          inputs(below: root.appending(path: $0))
        },
        outputFiles: [output])
    ]
  }

  /// The folder itself, so that a new file is seen, and every file in it, so that an edit is.
  private func inputs(below folder: URL) -> [URL] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap {
      $0 as? URL
    }
    return [folder] + (files ?? []).sorted { $0.path < $1.path }
  }
}
