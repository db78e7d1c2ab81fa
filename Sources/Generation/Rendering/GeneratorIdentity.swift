/// The program that generates, as it names itself in what it writes.
package struct GeneratorIdentity: Sendable, Hashable {
  package let name: String
  package let version: String

  package init(name: String = "bascule", version: String) {
    self.name = name
    self.version = version
  }
}
