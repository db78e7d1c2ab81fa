import JSONSyntax
import Requirements
import Templating

/// A field of a message with the fields in it, as contract and as context.
struct FieldNode {
  let field: Contract.Field
  let object: TemplateObject
  let children: [FieldNode]
  /// A value that it may have.
  let sample: JSONValue

  /// Whether it holds fields, each record of a list of its own.
  var isObjectList: Bool { field.type == .list && !children.isEmpty }
}

extension [FieldNode] {
  /// The contexts, as a list.
  var elements: TemplateValue { .elements(map(\.object)) }

  var required: [FieldNode] { filter(\.field.required) }

  /// The fields with those of objects in the objects' places, and without lists of objects.
  var flattened: [FieldNode] {
    flatMap { node -> [FieldNode] in
      if node.field.type == .object { return node.children.flattened }
      return node.isObjectList ? [] : [node]
    }
  }

  /// What a record in Salesforce takes: its own fields and the keys of its parents, with the way to each.
  func recorded(below trail: [String]) -> [TemplateObject] {
    flatMap { node -> [TemplateObject] in
      let way = trail + [node.field.external]
      guard let salesforce = node.field.salesforce else {
        return node.field.type == .object ? node.children.recorded(below: way) : []
      }
      let depth = salesforce.split(separator: ".").count
      guard salesforce.lowercased() != "id", depth <= 2, !node.isObjectList else { return [] }
      var object = node.object
      object["trail"] = .elements(way.map { ["name": .string($0)] })
      return [object]
    }
  }

  /// Every field that holds fields, at any depth, the innermost first.
  var nested: [FieldNode] {
    flatMap { node in node.children.isEmpty ? [] : node.children.nested + [node] }
  }

  /// The distinct fields to select, sorted; the record's `Id` is always there.
  var selected: TemplateValue {
    var byName: [String: (path: String, node: FieldNode)] = [:]
    for node in flattened {
      guard let path = node.field.salesforce, path.lowercased() != "id" else { continue }
      if byName[path.lowercased()] == nil { byName[path.lowercased()] = (path, node) }
    }
    return .elements(
      byName.sorted { $0.key < $1.key }.map { _, selected in
        var object = selected.node.object
        object["path"] = .string(selected.path)
        return object
      })
  }

  /// The lists of objects that name a child relationship.
  var childQueries: [TemplateObject] {
    flatMap { node -> [TemplateObject] in
      if node.field.type == .object { return node.children.childQueries }
      guard node.isObjectList, let relationship = node.field.salesforce else { return [] }
      var object = node.object
      object["relationship"] = .string(relationship)
      object["selected"] = node.children.selected
      return [object]
    }
  }
}
