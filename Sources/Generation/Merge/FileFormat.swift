/// What a file is written in, and what is known of the lists in such documents.
package struct FileFormat: Sendable, Hashable {
  package let language: TargetLanguage
  let lists: DocumentLists

  package init(_ language: TargetLanguage, _ lists: DocumentLists = DocumentLists()) {
    self.language = language
    self.lists = lists
  }
}
