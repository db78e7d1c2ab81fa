/// Where the names of a template are sought: in an object, and before that in what lies within it.
package struct TemplateScope: Sendable {
  /// The outermost first; where it is an element of a list, with its place there.
  private(set) var layers: [(value: TemplateValue, place: ListPlace?)]

  package init(_ value: TemplateValue) { layers = [(value, nil)] }

  package init(_ object: TemplateObject) { self.init(.object(object)) }

  /// The scope with something within it, whose members go before all others.
  package func with(_ value: TemplateValue, at place: ListPlace? = nil) -> TemplateScope {
    var scope = self
    scope.layers.append((value, place))
    return scope
  }

  /// The innermost value under a name.
  package subscript(name: String) -> TemplateValue? { ContextStack(self).value(of: name) }

  /// The names that can be used, sorted.
  package var names: [String] { ContextStack(self).names }
}
