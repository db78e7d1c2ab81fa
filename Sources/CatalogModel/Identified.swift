/// What a catalog knows by an id.
package protocol Identified: Sendable {
  var id: String { get }
}
