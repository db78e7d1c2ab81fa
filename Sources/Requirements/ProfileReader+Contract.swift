import YAMLSyntax

extension ProfileReader {
  /// The contract of a profile with a system of a protocol, such as `rest`.
  func readContract(_ node: YAMLView, with word: String?) -> Contract {
    Contract(
      endpoint: node["endpoint"].map {
        Contract.Endpoint(baseURL: text($0["base-url"]), namedCredential: text($0["named-credential"]))
      },
      event: text(node["event"]),
      messages: node["messages"]?.elements.map { readMessage($0, to: word) } ?? [],
      systems: node["systems"]?.elements.map {
        Contract.System(name: text($0["name"]) ?? "", baseURL: text($0["base-url"]) ?? "")
      } ?? [])
  }

  private func readMessage(_ node: YAMLView, to word: String?) -> Contract.Message {
    Contract.Message(
      name: text(node["name"]) ?? "",
      operation: node["operation"].flatMap(Contract.Operation.init) ?? .notify,
      path: text(node["path"]), salesforceObject: text(node["salesforce-object"]),
      externalEntity: text(node["external-entity"]), externalID: text(node["external-id"]),
      filter: text(node["filter"]), description: text(node["description"]),
      fields: readFields(node["fields"]),
      response: readFields(node["response"]),
      examples: node["examples"]?.elements.map {
        Contract.Example(
          request: $0["request"].map(ContractValue.init), response: $0["response"].map(ContractValue.init))
      } ?? [], system: text(node["system"]), undoes: text(node["undoes"]), protocol: word)
  }

  private func readFields(_ node: YAMLView?) -> [Contract.Field] { node?.elements.map(readField) ?? [] }

  private func readField(_ node: YAMLView) -> Contract.Field {
    Contract.Field(
      salesforce: text(node["salesforce"]), external: text(node["external"]) ?? "",
      type: node["type"].flatMap(Contract.FieldType.init) ?? .string,
      required: flag(node["required"]), maxLength: count(node["max-length"]),
      precision: count(node["precision"]), scale: count(node["scale"]),
      values: node["values"]?.elements.compactMap(\.text) ?? [],
      isPersonal: flag(node["pii"]),
      master: text(node["master"]).flatMap(Contract.Master.init),
      defaultValue: node["default"].map(ContractValue.init), description: text(node["description"]),
      fields: node["of"]?.kind == .sequence ? readFields(node["of"]) : readFields(node["fields"]),
      elements: node["of"].flatMap(Contract.FieldType.init))
  }

  private func flag(_ node: YAMLView?) -> Bool { node?.coreValue == .bool(true) }

  private func count(_ node: YAMLView?) -> Int? { node?.text.flatMap { Quantity.parseCount($0) } }
}

extension ContractValue {
  /// Reads what the core schema of YAML 1.2 makes of a node; mappings keep the order of writing.
  init(_ node: YAMLView) {
    switch node.kind {
    case .sequence: self = .list(node.elements.map(ContractValue.init))
    case .mapping:
      self = .object(node.entries.map { Member(name: $0.key.text ?? "", value: ContractValue($0.value)) })
    case .scalar:
      switch node.coreValue {
      case .null, nil: self = .null
      case .bool(let value): self = .boolean(value)
      case .integer(let value): self = .number(String(value))
      case .decimal(let digits): self = Self.isJSONNumber(digits) ? .number(digits) : .string(digits)
      case .string(let text): self = .string(text)
      }
    }
  }

  /// Whether JSON takes the digits for a number; YAML also has `.5`, `+1` and `.inf`.
  private static func isJSONNumber(_ digits: String) -> Bool {
    var rest = Substring(digits)
    if rest.first == "-" { rest.removeFirst() }
    guard let whole = takeDigits(&rest), whole == "0" || whole.first != "0" else { return false }
    if rest.first == "." {
      rest.removeFirst()
      guard takeDigits(&rest) != nil else { return false }
    }
    if rest.first == "e" || rest.first == "E" {
      rest.removeFirst()
      if rest.first == "+" || rest.first == "-" { rest.removeFirst() }
      guard takeDigits(&rest) != nil else { return false }
    }
    return rest.isEmpty
  }

  private static func takeDigits(_ text: inout Substring) -> Substring? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    text.removeFirst(digits.count)
    return digits.isEmpty ? nil : digits
  }
}
