import CatalogModel
import DesignModel
import Diagnostics
import Requirements
import Templating

/// Everything that templates are given about one design.
struct DesignContext: Sendable {
  /// For kinds that make one set of files.
  let design: TemplateObject
  /// For kinds that make one set for each message, in the contract's order.
  let messages: [TemplateScope]
  /// The version of the Salesforce API, such as 67.
  let apiVersion: Int

  /// Builds the contexts, and the names of the templates' rules over them.
  init(
    _ design: Design, _ catalog: Catalog, _ templates: TemplateSet, making selection: KindSelection,
    generator: GeneratorIdentity, into bag: inout DiagnosticBag
  ) {
    let maker = NameMaker(reserved: templates.reserved)
    var base = Self.base(design, catalog, selection, maker, generator)
    let sizing = Sizing(design.answers, catalog.vocabulary)
    let timeouts = Timeouts(design, sizing, catalog.vocabulary)
    base["sizing"] = sizing.value
    base["api"] = timeouts.value
    let fieldNames = FieldNames(design.contract.messages, maker)
    let names = NameContext(
      rules: templates.names(selection.names), partials: templates.partials, maker: maker,
      classPrefix: design.settings.classPrefix)
    let designNames = names.names(of: base, into: &bag)
    base["names"] = .object(designNames)
    base["event"] =
      design.contract.event.map {
        EventContext(apiName: $0, messages: design.contract.messages, fieldNames: fieldNames).value
      } ?? .null

    let contexts = design.contract.messages.map { MessageContext($0, fieldNames) }
    var objects = contexts.map(\.object)
    let messageNames = names.names(ofMessages: objects, over: base, into: &bag)
    for index in objects.indices {
      var all = designNames
      all.merge(messageNames[index])
      objects[index]["names"] = .object(all)
      objects[index]["makes"] = Self.makes(base, without: selection.kindsNotMade(forMessage: index))
    }
    let applications = ApplicationContext(design, maker, timeouts)
    base["applications"] = applications.applications(objects)
    base["calls"] = applications.calls
    objects = Self.undoing(applications.direct(objects), design.contract.messages)
    base["messages"] = .elements(objects)
    base["interfaces"] = applications.interfaces(objects, base)
    base["has-schemas"] = .bool(
      design.contract.messages.contains { $0.operation.hasBody || !$0.response.isEmpty })
    let steps = Self.steps(objects, design.contract.messages)
    base["steps"] = .elements(steps.map(\.object))
    base["carried"] = .elements(steps.filter(\.message.operation.hasBody).map(\.object))
    base["has-writes"] = .bool(design.contract.messages.contains(where: \.operation.isWrite))
    base["writes-back"] = .bool(design.contract.messages.contains { !$0.response.isEmpty })
    base["paths"] = Self.paths(design.contract.messages, objects)
    base["written-custom-fields"] = Self.writtenCustomFields(contexts, templates.formats.metadata)
    base["written-fields-of-others"] = Self.writtenFieldsOfOthers(contexts)
    base["change-events"] = ChangeEventContext.elements(
      contexts, selection.usesEventMembers ? templates.compounds.value : nil)
    let pairs = zip(contexts, objects).map { (context: $0, object: $1) }
    let entities = EntityContext.elements(EntityContext.all(pairs), maker)
    base["entities"] = entities
    base["external-columns"] = EntityContext.columns(of: entities)
    let subjects = ObjectContext.all(pairs)
    base["objects"] = .elements(subjects.map(\.object))
    base["custom-key-fields"] = ObjectContext.customKeys(of: subjects, templates.formats.metadata)
    self.design = base
    apiVersion = Self.apiVersion(design.settings)
    messages = objects.map { NameContext.scope(of: $0, over: base) }
  }

  private static func base(
    _ design: Design, _ catalog: Catalog, _ selection: KindSelection, _ maker: NameMaker,
    _ generator: GeneratorIdentity
  ) -> TemplateObject {
    var base = TemplateObject(spelling: Spelling(design.id))
    var decision = DecisionContext(design, catalog, selection)
    base.merge(decision.members())
    let profile = ProfileContext(design, catalog.vocabulary)
    base["id"] = .string(design.id)
    base["title"] = .string(design.title)
    base["short-title"] = .string(NameMaker.cut(Spelling(design.id).label, to: 50))
    base["owner"] = .optional(design.owner)
    base["description"] = .optional(design.description)
    base["workspace"] = settings(design.settings)
    base["profile"] = profile.profile
    base["answers"] = profile.answers
    base["remote"] = remote(design.remoteName ?? Remote.unnamed)
    base["endpoint"] =
      design.contract.endpoint.map { EndpointContext($0, designID: design.id, maker).value } ?? .null
    base["diagram"] = diagram(design.flow)
    base["generator"] = .object(["name": .string(generator.name), "version": .string(generator.version)])
    return base
  }

  /// The flags of the design's kinds, for a message that some of them are not made for.
  private static func makes(_ base: TemplateObject, without kinds: [String]) -> TemplateValue {
    guard case .object(var flags)? = base["makes"] else { return .null }
    for kind in kinds { flags[kind] = .bool(false) }
    return .object(flags)
  }

  private static func settings(_ settings: WorkspaceSettings) -> TemplateValue {
    .object([
      "api-version": .string(settings.apiVersion), "since": .object(since(apiVersion(settings))),
      "namespace": .string(settings.namespace),
      "class-prefix": .string(settings.classPrefix), "package-directory": .string(settings.packageDirectory),
      "maven-group": .string(settings.mavenGroup), "mule-runtime": .string(settings.muleRuntime),
      "oldest-mule-runtime": .string(settings.oldestMuleRuntime),
      "java-version": .string(settings.javaVersion),
    ])
  }

  /// The major version; every version that the settings may state has one.
  private static func apiVersion(_ settings: WorkspaceSettings) -> Int {
    settings.apiVersion.split(separator: ".").first.flatMap { Int($0) } ?? 0
  }

  /// For every version that a template can ask for, whether the workspace's has what came with it.
  private static func since(_ version: Int) -> TemplateObject {
    TemplateObject((61...99).map { ("v\($0)", .bool($0 <= version)) })
  }

  private static func remote(_ name: String) -> TemplateValue {
    let spelling = Spelling(name)
    // Names of systems are full of capitals, which would run into one another in the name of a class.
    let pascal = Spelling(spelling.words).pascal
    return .object([
      "name": .string(name), "pascal": .string(pascal), "snake": .string(spelling.snake),
      "kebab": .string(spelling.kebab),
    ])
  }

  private static func diagram(_ flow: Flow) -> TemplateValue {
    .object([
      "participants": .elements(
        flow.participants.map { ["key": .string($0.key), "label": .string($0.label)] }),
      "steps": .elements(
        flow.steps.map { step in
          [
            "from": .string(step.from), "to": .string(step.to), "label": .string(step.label),
            "asynchronous": .bool(step.isAsynchronous), "reply": .bool(step.isReply),
          ]
        }),
    ])
  }

  /// The messages, each with the one that takes it back.
  private static func undoing(
    _ objects: [TemplateObject], _ messages: [Contract.Message]
  ) -> [TemplateObject] {
    zip(messages, objects).map { message, object in
      let index = messages.firstIndex { $0.undoes == message.name }
      var object = object
      object["undone-by"] = index.map { .object(objects[$0]) } ?? .null
      return object
    }
  }

  /// The messages that do something, without those that take it back.
  private static func steps(
    _ objects: [TemplateObject], _ messages: [Contract.Message]
  ) -> [(message: Contract.Message, object: TemplateObject)] {
    zip(messages, objects).filter { $0.0.undoes == nil }.map { (message: $0.0, object: $0.1) }
  }

  /// The messages by path, in the order in which the paths first come.
  static func paths(_ messages: [Contract.Message], _ objects: [TemplateObject]) -> TemplateValue {
    var order: [String] = []
    var groups: [String: [TemplateObject]] = [:]
    for (message, object) in zip(messages, objects) {
      guard let path = message.path else { continue }
      if groups[path] == nil { order.append(path) }
      groups[path, default: []].append(object)
    }
    return .elements(
      order.map { path in
        let group = groups[path] ?? []
        return [
          "path": .string(path), "parameters": group.first?["path-parameters"] ?? .list([]),
          "messages": .elements(group),
        ]
      })
  }

  /// The custom fields that answers are written to, each once, by object and name.
  private static func writtenCustomFields(
    _ messages: [MessageContext], _ metadata: MetadataTypes
  ) -> TemplateValue {
    written(messages, by: metadata.fieldObject) { node in node.isOwnCustomField }
  }

  /// What answers are written to and nothing can be generated for: standard fields, and those of packages and contacts.
  private static func writtenFieldsOfOthers(_ messages: [MessageContext]) -> TemplateValue {
    written(messages, by: { $0 }) { node in !node.isOwnCustomField && node.field.salesforce != "Id" }
  }

  /// The fields that answers are written to, each once for the object on which it is defined.
  private static func written(
    _ messages: [MessageContext], by definition: (String) -> String, _ isIncluded: (FieldNode) -> Bool
  ) -> TemplateValue {
    var fields: [[String]: TemplateObject] = [:]
    for context in messages {
      guard let object = context.message.salesforceObject else { continue }
      for node in context.written where isIncluded(node) {
        guard let name = node.field.salesforce else { continue }
        let key = [definition(object).lowercased(), name.lowercased()]
        guard fields[key] == nil else { continue }
        fields[key] = node.object
        fields[key]?["object"] = .string(object)
        fields[key]?["defined-on"] = .string(definition(object))
      }
    }
    return .elements(
      fields.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value))
  }

  static func entities(_ names: [String]) -> TemplateValue {
    .elements(
      Set(names).sorted().map { name in
        let spelling = Spelling(name)
        return [
          "name": .string(name), "pascal": .string(spelling.pascal), "kebab": .string(spelling.kebab),
          "words": .string(spelling.words),
        ]
      })
  }
}
