import CatalogModel
package import Diagnostics
package import Templating

/// How a name of generated things is built.
package struct NameRule: Identified, Sendable {
  /// What a name is built for.
  package enum Scope: String, Sendable, Hashable, CaseIterable {
    case design, message
  }

  package let id: String
  package let scope: Scope
  package let prefix: String
  package let suffix: String
  /// The part that may be shortened.
  package let stem: Template
  package let style: NameStyle
  /// Where the stem is written.
  package let location: SourceLocation
}
