/// What an overlay does to one entry of a catalog.
package struct OverlayChange: Sendable, Hashable {
  /// The ways in which an overlay changes a catalog.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case added, replaced, adjusted, disabled, banned
  }

  package let kind: Kind
  /// The folder of the catalog that the entry belongs to.
  package let folder: String
  /// The id of the entry.
  package let id: String
  /// Where the overlay says so.
  package let origin: Origin
  /// Why, where the overlay gives a reason.
  package let because: String?

  package init(kind: Kind, folder: String, id: String, origin: Origin, because: String?) {
    self.kind = kind
    self.folder = folder
    self.id = id
    self.origin = origin
    self.because = because
  }
}

/// The overlays that a catalog was read with, and what they changed.
package struct OverlayRecord: Sendable, Hashable {
  /// One overlay, by name.
  package struct Name: Sendable, Hashable {
    package let id: String
    package let title: String
    package let folder: String
  }

  package let overlays: [Name]
  /// By folder, id and file.
  package let changes: [OverlayChange]
  private let files: Set<String>

  init(overlays: [Name], changes: [OverlayChange]) {
    self.overlays = overlays
    self.changes = changes.sorted { ($0.folder, $0.id, $0.origin.file) < ($1.folder, $1.id, $1.origin.file) }
    files = Set(changes.map(\.origin.file))
  }

  /// What was changed in one entry.
  package func changes(of id: String, in folder: String) -> [OverlayChange] {
    changes.filter { $0.id == id && $0.folder == folder }
  }

  /// Whether something stands in a file of an overlay.
  package func holds(_ origin: Origin) -> Bool { files.contains(origin.file) }
}
