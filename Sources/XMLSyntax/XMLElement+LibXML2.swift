internal import CLibXML2

/// Reading libxml2's tree, whose depth the parser bounds at 256.
extension XMLElement {
  init(_ node: xmlNodePtr) {
    self.init(
      name: XMLName(node.pointee.name, node.pointee.ns),
      attributes: node.pointee.attributes,
      nodes: Node.all(in: node))
  }
}

extension XMLElement.Node {
  fileprivate static func all(in parent: xmlNodePtr) -> [XMLElement.Node] {
    var nodes: [XMLElement.Node] = []
    var next = parent.pointee.children
    while let node = next {
      nodes.append(contentsOf: read(node))
      next = node.pointee.next
    }
    return nodes
  }

  /// Empty for kinds that a document without a document type declaration does not have.
  private static func read(_ node: xmlNodePtr) -> [XMLElement.Node] {
    switch node.pointee.type {
    case XML_ELEMENT_NODE: [.element(XMLElement(node))]
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: [.text(String(node.pointee.content))]
    case XML_COMMENT_NODE: [.comment(String(node.pointee.content))]
    case XML_PI_NODE:
      [.instruction(target: String(node.pointee.name), content: String(node.pointee.content))]
    default: []
    }
  }
}

extension xmlNode {
  fileprivate var attributes: [XMLElement.Attribute] {
    var attributes: [XMLElement.Attribute] = []
    var next = properties
    while let attribute = next {
      let name = XMLName(attribute.pointee.name, attribute.pointee.ns)
      attributes.append(XMLElement.Attribute(name: name, value: text(of: attribute.pointee.children)))
      next = attribute.pointee.next
    }
    return attributes
  }

  private func text(of nodes: xmlNodePtr?) -> String {
    var text = ""
    var next = nodes
    while let node = next {
      text += String(node.pointee.content)
      next = node.pointee.next
    }
    return text
  }
}

extension XMLName {
  fileprivate init(_ local: UnsafePointer<xmlChar>?, _ namespace: xmlNsPtr?) {
    self.init(local: String(local), namespace: namespace?.pointee.href.map { String($0) })
  }
}

extension String {
  fileprivate init(_ text: UnsafePointer<xmlChar>?) {
    self = text.map { String(cString: $0) } ?? ""
  }
}
