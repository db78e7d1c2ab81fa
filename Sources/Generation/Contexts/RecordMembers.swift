import JSONSyntax
import Requirements
import Templating

/// The members of a record as the REST API takes it, with sample values.
enum RecordMembers {
  /// Each member's name and its JSON on one line; the fields of a record that is looked up are in one object.
  static func elements(_ nodes: [FieldNode]) -> TemplateValue {
    var order: [String] = []
    var members: [String: [(path: [String], json: JSONValue)]] = [:]
    for node in nodes {
      let path = node.field.salesforce?.split(separator: ".").map(String.init) ?? []
      guard let name = path.first else { continue }
      if members[name] == nil { order.append(name) }
      members[name, default: []].append((Array(path.dropFirst()), node.sample))
    }
    return .elements(
      order.map { name in
        ["name": .string(name), "json": .string(value(members[name] ?? []).rendered(indent: nil))]
      })
  }

  /// A record as a query gives it, with sample values, its children and those that it looks up.
  static func record(_ nodes: [FieldNode]) -> JSONValue {
    let stated = nodes.flatMap(leaves)
    let isID = { (leaf: (path: [String], json: JSONValue)) in leaf.path == ["Id"] }
    let id = stated.first(where: isID) ?? (["Id"], .string("001000000000001AAA"))
    return value([id] + stated.filter { !isID($0) })
  }

  private static func leaves(_ node: FieldNode) -> [(path: [String], json: JSONValue)] {
    guard let path = node.field.salesforce?.split(separator: ".").map(String.init) else {
      return node.field.type == .object ? node.children.flatMap(leaves) : []
    }
    return [(path, node.isObjectList ? .array([record(node.children)]) : node.sample)]
  }

  private static func value(_ leaves: [(path: [String], json: JSONValue)]) -> JSONValue {
    if let own = leaves.first(where: { $0.path.isEmpty }) { return own.json }
    var order: [String] = []
    var inner: [String: [(path: [String], json: JSONValue)]] = [:]
    for leaf in leaves {
      guard let name = leaf.path.first else { continue }
      if inner[name] == nil { order.append(name) }
      inner[name, default: []].append((Array(leaf.path.dropFirst()), leaf.json))
    }
    return .object(order.map { JSONMember($0, value(inner[$0] ?? [])) })
  }
}
