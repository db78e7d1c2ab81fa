extension RelativePath {
  /// Whether the path lies where Bascule keeps what it knows about the target folder.
  package var isReservedForState: Bool {
    components.first?.lowercased() == Manifest.folderName
  }
}
