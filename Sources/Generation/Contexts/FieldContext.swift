import JSONSyntax
import Requirements
import Templating

/// The fields of one side of a message, as templates see them.
struct FieldContext {
  private let names: FieldNames
  /// The names that stand in braces in the path of the message.
  private let pathParameters: [String]
  private let externalID: String?
  /// The names of inner classes, by the trail of external names that leads to their fields.
  private let classNames: [[String]: String]

  init(_ fields: [Contract.Field], names: FieldNames, path: String? = nil, externalID: String? = nil) {
    self.names = names
    pathParameters = path.map(PathParameters.names) ?? []
    self.externalID = externalID
    classNames = names.classNames(of: fields)
  }

  /// The fields in order; `example` holds values by their external names.
  func nodes(
    _ fields: [Contract.Field], example: ContractValue?, trail: [String] = [], below prefix: String = ""
  ) -> [FieldNode] {
    let identifiers = names.identifiers(of: fields)
    return zip(fields, identifiers).map { field, identifier in
      node(field, identifier, example?[field.external], trail + [field.external], below: prefix)
    }
  }

  private func node(
    _ field: Contract.Field, _ identifier: String, _ example: ContractValue?, _ trail: [String],
    below prefix: String
  ) -> FieldNode {
    let path = prefix + field.external
    let inner = field.type == .list ? example?.firstElement : example
    let children = nodes(
      field.fields, example: inner, trail: trail, below: path + (field.type == .list ? "[]." : "."))
    var object = identity(of: field, isOutermost: trail.count == 1)
    object.merge(shape(of: field))
    object["external-path"] = .string(path)
    object["trail"] = .elements(trail.map { ["name": .string($0)] })
    object["apex"] = .string(identifier)
    object["apex-class"] = children.isEmpty ? .null : .optional(classNames[trail])
    let sample = FieldSample(of: field, example: example)
    object["sample"] = Self.sample(sample)
    object["fields"] = children.elements
    object["required-fields"] = children.required.elements
    return FieldNode(field: field, object: object, children: children, sample: sample.json)
  }

  private func identity(of field: Contract.Field, isOutermost: Bool) -> TemplateObject {
    let segments = field.salesforce?.split(separator: ".").map(String.init) ?? []
    let spelling = Spelling(field.external)
    let isInPath = isOutermost && pathParameters.contains(field.external)
    return [
      "salesforce": .optional(field.salesforce),
      "segments": .elements(segments.map { ["name": .string($0)] }),
      "is-relationship": .bool(segments.count > 1),
      "parent-object": .optional(field.parentObject), "external": .string(field.external),
      "external-pascal": .string(spelling.pascal), "external-camel": .string(spelling.camel),
      "api-name": .string(names.apiName(of: field.external)),
      "label": .string(NameMaker.label(spelling.label)),
      "pii": .bool(field.isPersonal), "description": .optional(field.description),
      "brief": .optional(field.description.map(Self.brief)),
      "master": .enumeration(field.master?.rawValue, of: Contract.Master.allCases.map(\.rawValue)),
      "in-path": .bool(isInPath),
      "is-external-id": .bool(field.salesforce != nil && field.salesforce == externalID),
    ]
  }

  private func shape(of field: Contract.Field) -> TemplateObject {
    let types = Contract.FieldType.allCases.map(\.rawValue)
    let element = field.type == .list && field.fields.isEmpty ? field.element.type.rawValue : nil
    return [
      "type": .enumeration(field.type.rawValue, of: types), "of": .enumeration(element, of: types),
      "required": .bool(field.required), "max-length": .optional(field.maxLength),
      "precision": .optional(field.precision), "scale": .optional(field.scale),
      "maximum": .optional(Self.maximum(of: field)), "values": .words(field.values),
      "default": .optional(field.defaultValue.flatMap { $0.fits(field) ? $0.text : nil }),
      "is-scalar": .bool(field.isScalar),
      "is-text": .bool(field.isText), "is-long": .bool(field.isLong),
    ]
  }

  /// A text that Salesforce takes for a description.
  private static func brief(_ text: String) -> String {
    let most = 1_000
    guard text.unicodeScalars.count > most else { return text }
    let start = String(String.UnicodeScalarView(text.unicodeScalars.prefix(most - 1)))
    let end = start.lastIndex { $0.isWhitespace } ?? start.endIndex
    return start[..<end] + "…"
  }

  /// The largest value of the field's precision and scale.
  private static func maximum(of field: Contract.Field) -> String? {
    let scale = max(0, field.scale ?? 0)
    let isNumber = field.type == .decimal || field.type == .integer
    guard isNumber, let precision = field.precision, precision > 0, precision >= scale else {
      return nil
    }
    let whole = precision == scale ? "0" : String(repeating: "9", count: precision - scale)
    return scale == 0 ? whole : whole + "." + String(repeating: "9", count: scale)
  }

  private static func sample(_ sample: FieldSample) -> TemplateValue {
    let moment = sample.moment
    return .object([
      "text": .string(sample.text), "url": .string(PercentEncoding.of(sample.text)),
      "json": .string(sample.json.rendered(indent: nil)),
      "year": .optional(moment?.year), "month": .optional(moment?.month), "day": .optional(moment?.day),
      "hour": .optional(moment?.hour), "minute": .optional(moment?.minute),
      "second": .optional(moment?.second),
    ])
  }
}

extension ContractValue {
  fileprivate var firstElement: ContractValue? {
    if case .list(let values) = self { values.first } else { nil }
  }
}
