/// A name of an element or attribute: what it is called in the text and what that means.
package struct XMLName: Sendable, Hashable {
  package let local: String
  /// As the text has it; `nil` where the name has none.
  package let prefix: String?
  /// The URI of the namespace; `nil` where the name is in none.
  package let namespace: String?

  /// As the text has it, such as `http:listener`.
  package var qualified: String { prefix.map { $0 + ":" + local } ?? local }
}
