package import CatalogModel

/// A technology of a design, in the role that it plays.
package struct DesignedTechnology: Sendable {
  package let candidate: Candidate
  /// `nil` when the architects decided on a technology that the catalog gives no role.
  package let role: RoleDescription?
  package let because: String
  package let citations: [Citation]
}
