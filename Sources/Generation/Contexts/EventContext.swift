import Requirements
import Templating

/// The platform event, as templates see it.
struct EventContext {
  let apiName: String
  let messages: [Contract.Message]
  let fieldNames: FieldNames

  var value: TemplateValue {
    let developerName = apiName.hasSuffix("__e") ? String(apiName.dropLast(3)) : apiName
    let label = developerName.split(separator: "_").joined(separator: " ")
    return .object([
      "api-name": .string(apiName), "developer-name": .string(developerName),
      "label": .string(NameMaker.label(label)),
      "plural-label": .string(Self.plural(of: NameMaker.cut(label, to: 38))),
      "pascal": .string(Spelling(developerName).pascal),
      "member-name": .string(apiName.split(separator: "_").joined(separator: "_")),
      "filter": .optional(Contract.Message.anyFilter(of: messages)),
      "fields": .elements(fields),
    ])
  }

  /// Events are named by what has happened, and a participle has no plural.
  private static func plural(of label: String) -> String {
    label.hasSuffix("ed") ? label : Plural.plural(of: label)
  }

  /// One field for each distinct API name of the messages' fields, which agree about its type.
  private var fields: [TemplateObject] {
    let groups = Dictionary(grouping: messages.flatMap(\.fields)) { fieldNames.apiName(of: $0.external) }
    let fields = groups.sorted { $0.key < $1.key }.compactMap { Self.merged($0.value) }
    return FieldContext(fields, names: fieldNames).nodes(fields, example: nil).map(\.object)
  }

  private static func merged(_ fields: [Contract.Field]) -> Contract.Field? {
    guard let first = fields.first else { return nil }
    let lengths = fields.map(\.maxLength)
    return Contract.Field(
      salesforce: first.salesforce, external: first.external, type: first.type,
      required: fields.allSatisfy(\.required),
      maxLength: lengths.contains(nil) ? nil : lengths.compactMap { $0 }.max(),
      precision: fields.compactMap(\.precision).max(), scale: fields.compactMap(\.scale).max(),
      values: first.values, isPersonal: fields.contains(where: \.isPersonal), master: first.master,
      defaultValue: nil, description: fields.lazy.compactMap(\.description).first, fields: first.fields,
      elements: first.elements)
  }
}
