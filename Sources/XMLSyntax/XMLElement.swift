/// An element with everything in it.
package struct XMLElement: Sendable, Hashable {
  /// An attribute; declarations of namespaces are none.
  package struct Attribute: Sendable, Hashable {
    package let name: XMLName
    package let value: String
  }

  /// What may stand in an element.
  package enum Node: Sendable, Hashable {
    case element(XMLElement)
    /// Text, CDATA sections included.
    case text(String)
    case comment(String)
    case instruction(target: String, content: String)
  }

  package let name: XMLName
  package let attributes: [Attribute]
  package let nodes: [Node]

  /// The elements directly within, in their order.
  package var children: [XMLElement] {
    nodes.compactMap { node in
      if case .element(let element) = node { element } else { nil }
    }
  }

  /// The text directly within, without what is in the elements there.
  package var text: String {
    nodes.reduce(into: "") { text, node in
      if case .text(let more) = node { text += more }
    }
  }

  /// The elements directly within that have a local name.
  package func children(_ local: String) -> [XMLElement] {
    children.filter { $0.name.local == local }
  }
}
