/// What the templates' folder knows of the formats of the files that its kinds generate.
package struct FormatFacts: Sendable, Hashable {
  /// What files of a Salesforce project hold.
  package let metadata: MetadataTypes
  /// The lists in documents whose order means nothing.
  package let lists: DocumentLists

  package init(metadata: MetadataTypes = MetadataTypes(), lists: DocumentLists = DocumentLists()) {
    self.metadata = metadata
    self.lists = lists
  }
}
