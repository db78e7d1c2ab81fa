import JSONSyntax
import Requirements
import Templating

/// Fields of a message, as templates see them.
struct FieldContext {
  let names: FieldNames
  /// The path of the message, whose braces name fields.
  let path: String?

  /// The fields in order; `example` holds the values of an example by their external names.
  func objects(_ fields: [Contract.Field], example: ContractValue?) -> [TemplateObject] {
    let identifiers = names.identifiers(of: fields)
    return zip(fields, identifiers).map { field, identifier in
      object(field, identifier: identifier, example: example?[field.external])
    }
  }

  private func object(
    _ field: Contract.Field, identifier: String, example: ContractValue?
  ) -> TemplateObject {
    var object = identity(of: field, identifier: identifier)
    object.merge(shape(of: field))
    object["sample"] = Self.sample(FieldSample(of: field, example: example))
    let inner = FieldContext(names: names, path: nil)
    let innerExample = field.type == .list ? example?.firstElement : example
    object["fields"] = .elements(inner.objects(field.fields, example: innerExample))
    return object
  }

  private func identity(of field: Contract.Field, identifier: String) -> TemplateObject {
    let segments = field.salesforce?.split(separator: ".").map(String.init) ?? []
    let spelling = Spelling(field.external)
    return [
      "salesforce": .optional(field.salesforce),
      "segments": .elements(segments.map { ["name": .string($0)] }),
      "is-relationship": .bool(segments.count > 1), "external": .string(field.external),
      "external-pascal": .string(spelling.pascal), "external-camel": .string(spelling.camel),
      "api-name": .string(names.apiName(of: field.external)), "label": .string(spelling.label),
      "apex": .string(identifier), "pii": .bool(field.isPersonal),
      "description": .optional(field.description),
      "in-path": .bool(path?.contains("{\(field.external)}") ?? false),
    ]
  }

  private func shape(of field: Contract.Field) -> TemplateObject {
    let types = Contract.FieldType.allCases.map(\.rawValue)
    let element = field.type == .list && field.fields.isEmpty ? field.element.type.rawValue : nil
    return [
      "type": .enumeration(field.type.rawValue, of: types), "of": .enumeration(element, of: types),
      "required": .bool(field.required), "max-length": .optional(field.maxLength),
      "precision": .optional(field.precision), "scale": .optional(field.scale),
      "values": .strings(field.values), "default": .optional(field.defaultValue?.text),
    ]
  }

  private static func sample(_ sample: FieldSample) -> TemplateValue {
    let moment = sample.moment
    return .object([
      "text": .string(sample.text), "json": .string(sample.json.rendered(indent: nil)),
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
