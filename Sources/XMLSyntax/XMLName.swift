/// A name of an element or attribute, whatever the prefix is that the text gives it.
package struct XMLName: Sendable, Hashable {
  package let local: String
  /// The URI of the namespace; `nil` where the name is in none.
  package let namespace: String?
}
