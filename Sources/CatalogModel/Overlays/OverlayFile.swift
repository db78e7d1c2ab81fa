import Diagnostics
import YAMLSyntax

/// A folder with changes to a catalog.
package struct Overlay: Sendable {
  /// The path of the folder, as it is shown.
  package let folder: String
  package let files: [CatalogFile]

  /// - Parameter files: by their paths below the folder.
  package init(folder: String, files: [CatalogFile]) {
    self.folder = folder
    self.files = files
  }

  var about: CatalogFile? { files.first { $0.path == OverlayShape.aboutFile } }

  var name: OverlayRecord.Name {
    let reader = about.map { EntryReader($0.tree.root) }
    return OverlayRecord.Name(
      id: reader?.text("id") ?? "", title: reader?.text("title") ?? "", folder: folder)
  }
}

/// One file of an overlay, and what it does.
struct OverlayFile {
  /// What a file does to the catalog.
  enum Action: String, CaseIterable {
    case add, override, adjust, disable, ban

    /// The key that names the entry.
    var key: String {
      switch self {
      case .add: "id"
      case .override: "overrides"
      case .adjust: "adjusts"
      case .disable: "disables"
      case .ban: "bans"
      }
    }

    var change: OverlayChange.Kind {
      switch self {
      case .add: .added
      case .override: .replaced
      case .adjust: .adjusted
      case .disable: .disabled
      case .ban: .banned
      }
    }
  }

  let file: CatalogFile
  let action: Action

  init(_ file: CatalogFile) {
    self.file = file
    let root = file.tree.root
    action = Action.allCases.last { root[$0.key] != nil } ?? Self.misspeltAction(in: root) ?? .add
  }

  /// What a file without an id was meant to do, so that the key is reported and not what an entry would have.
  private static func misspeltAction(in root: YAMLNode) -> Action? {
    let changes = Action.allCases.filter { $0 != .add }
    let near = root.entries.lazy.compactMap { entry in
      entry.key.text.flatMap { nearestSpelling(to: $0, among: changes.map(\.key)) }
    }.first
    return changes.first { $0.key == near }
  }

  var root: YAMLNode { file.tree.root }
  var folder: String { file.folder }
  /// The node that names the entry.
  var target: YAMLNode? { root[action.key] }
  var id: String { target?.text ?? file.stem }
  /// The path of the entry in the catalog.
  var path: String { "\(folder)/\(id).yaml" }

  var change: OverlayChange {
    let reader = EntryReader(root)
    let isEntry = action == .add || action == .override
    return OverlayChange(
      kind: action.change, folder: folder, id: id, origin: reader.origin,
      because: isEntry ? nil : reader.optionalText("because"))
  }
}
