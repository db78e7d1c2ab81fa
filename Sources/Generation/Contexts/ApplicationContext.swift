import DesignModel
import Requirements
import Templating

/// The applications of a design's middleware, as templates see them.
struct ApplicationContext {
  private let design: Design
  private let names: NameMaker
  private let stem: String
  /// What the first system of the contract is called.
  private let remoteName: String
  private let timeouts: Timeouts

  init(_ design: Design, _ names: NameMaker, _ timeouts: Timeouts) {
    self.design = design
    self.names = names
    stem = Spelling(design.id).kebab
    remoteName = design.remoteName ?? "the other system"
    self.timeouts = timeouts
  }

  /// One element for each application, with the messages that it serves.
  func applications(_ messages: [TemplateObject]) -> TemplateValue {
    .elements(
      design.applications.enumerated().map { index, application in
        let own = zip(application.messages, application.callees).map { message, callee in
          calling(callee, messages[message])
        }
        let calls = application.distinctCallees.map(call)
        return [
          "application": .object(identity(of: application, index)),
          "calls": .elements(calls), "messages": .elements(own),
          "paths": DesignContext.paths(application.messages.map { design.contract.messages[$0] }, own),
          "entities": DesignContext.entities(
            application.messages.map { MessageContext.entity(of: design.contract.messages[$0]) }),
          "gathered": .elements(application.gathers ? own.filter(Self.isGathered) : []),
          "gathered-parameters": Self.parameters(of: application.gathers ? own.filter(Self.isGathered) : []),
          "gathering": Self.once(application.gathers && application.layer != .experience),
          "relaying": Self.once(application.gathers && application.layer == .experience),
          "writing": Self.once(application.callees.contains(.salesforce)),
          "sending": Self.once(application.callsSystems),
        ]
      })
  }

  /// The parameters of several messages, each name once.
  private static func parameters(of messages: [TemplateObject]) -> TemplateValue {
    var parameters: [TemplateObject] = []
    for object in messages.flatMap({ $0.objects("path-parameters") + $0.objects("query-parameters") }) {
      guard case .string(let name)? = object["external"] else { continue }
      let isKnown = parameters.contains {
        if case .string(name)? = $0["external"] { true } else { false }
      }
      if !isKnown { parameters.append(object) }
    }
    return .elements(parameters)
  }

  /// A list that a kind makes one file for, or none.
  private static func once(_ holds: Bool) -> TemplateValue { .elements(holds ? [[:]] : []) }

  /// What the application that subscribes or runs by a schedule calls.
  var calls: TemplateValue {
    .elements(design.directCallees.distinct.map(call))
  }

  /// The messages, each with what is called for it by the application that subscribes.
  func direct(_ messages: [TemplateObject]) -> [TemplateObject] {
    zip(design.directCallees, messages).map(calling)
  }

  private func calling(_ callee: Application.Callee, _ message: TemplateObject) -> TemplateObject {
    var message = message
    message["call"] = .object(call(callee))
    return message
  }

  private static func isGathered(_ message: TemplateObject) -> Bool {
    guard case .bool(true)? = message["has-response"], case .bool(false)? = message["is-write"] else {
      return false
    }
    return true
  }

  private func identity(of application: Application, _ index: Int) -> TemplateObject {
    let layers = Application.Layer.allCases.map(\.rawValue)
    let isForSalesforce = application.callees.contains(.salesforce)
    return [
      "name": .string(name(application.layer, key(of: application.system, isForSalesforce))),
      "folder": .string(folder(application.layer, key(of: application.system, isForSalesforce))),
      "layer": .enumeration(application.layer?.rawValue, of: layers),
      "system": .string(title(application.system, isForSalesforce)),
      "port": .integer(8_081 + index),
      "calls-salesforce": .bool(isForSalesforce),
      "calls-systems": .bool(application.callsSystems),
      "calls-applications": .bool(!isForSalesforce && application.layer.map { $0 != .system } ?? false),
      "gathers": .bool(application.gathers),
      "relays": .bool(application.gathers && application.layer == .experience),
      "timeout-milliseconds": .integer(timeouts.answer(of: application.layer)),
      "gather-timeout-milliseconds": .integer(timeouts.gathering(of: application.layer)),
      "has-writes": .bool(application.messages.contains { design.contract.messages[$0].operation.isWrite }),
    ]
  }

  private func name(_ layer: Application.Layer?, _ key: String) -> String {
    switch layer {
    case nil: names.name(.mavenArtifact, stem: stem)
    case .system: names.name(.mavenArtifact, stem: stem, suffix: "-\(key)-sapi")
    case .process: names.name(.mavenArtifact, stem: stem, suffix: "-papi")
    case .experience: names.name(.mavenArtifact, stem: stem, suffix: "-xapi")
    }
  }

  private func folder(_ layer: Application.Layer?, _ key: String) -> String {
    switch layer {
    case nil: "mule"
    case .system: "mule-system-\(key)"
    case .process, .experience: "mule-\(layer?.rawValue ?? "")"
    }
  }

  /// What settings and connections are called by.
  private func key(of system: String?, _ isForSalesforce: Bool = false) -> String {
    guard !isForSalesforce else { return "salesforce" }
    guard var key = system else { return "remote" }
    let others = design.contract.systems.map(\.name)
    while names.reserved.contains(key, in: "mule") || (key != system && others.contains(key)) {
      key += "-system"
    }
    return key
  }

  private func title(_ system: String?, _ isForSalesforce: Bool) -> String {
    isForSalesforce ? "Salesforce" : system.map { Spelling($0).words } ?? remoteName
  }

  /// Where a callee answers.
  private func call(_ callee: Application.Callee) -> TemplateObject {
    switch callee {
    case .salesforce:
      target("salesforce", "Salesforce", URLParts.none, isApplication: false, within: timeouts.call)
    case .system(let system):
      target(
        key(of: system), title(system, false), url(of: system).map { URLParts($0).members } ?? URLParts.none,
        isApplication: false, within: timeouts.call)
    case .process: application("process", name(.process, ""), .process)
    case .systemApplication(let system):
      application(key(of: system, isCalledIn), name(.system, key(of: system, isCalledIn)), .system)
    }
  }

  private var isCalledIn: Bool { design.applications.contains { $0.callees.contains(.salesforce) } }

  private func application(_ key: String, _ name: String, _ layer: Application.Layer) -> TemplateObject {
    target(
      key, name, URLParts("https://\(name).example.internal/api/v1").members, isApplication: true,
      within: timeouts.answer(of: layer))
  }

  private func target(
    _ key: String, _ name: String, _ members: TemplateObject, isApplication: Bool, within milliseconds: Int
  ) -> TemplateObject {
    var object = members
    object["key"] = .string(key)
    object["name"] = .string(name)
    // As connectors write it; a scheme is in small letters.
    if case .string(let scheme)? = members["scheme"] {
      object["protocol"] = .string(scheme.uppercased())
    } else {
      object["protocol"] = .null
    }
    object["is-application"] = .bool(isApplication)
    object["timeout-milliseconds"] = .integer(milliseconds)
    return object
  }

  /// One element for each system that answers messages and whose address is stated: what the design has,
  /// narrowed to that system.
  func interfaces(_ messages: [TemplateObject], _ base: TemplateObject) -> TemplateValue {
    .elements(
      design.answeringSystems.compactMap { system in
        guard let url = url(of: system) else { return nil }
        let indices = design.contract.messages.indices.filter {
          design.contract.messages[$0].system == system
        }
        let stated = indices.map { design.contract.messages[$0] }
        let own = indices.map { messages[$0] }
        var endpoint = base.object("endpoint")
        endpoint.merge(URLParts(url).members)
        endpoint["version"] = .string(URLParts.version(in: url))
        var remote = base.object("remote")
        remote["name"] = .string(title(system, false))
        return [
          "suffix": .string(system.map { "-" + $0 } ?? ""), "endpoint": .object(endpoint),
          "remote": .object(remote), "messages": .elements(own), "paths": DesignContext.paths(stated, own),
          "entities": DesignContext.entities(stated.map { MessageContext.entity(of: $0) }),
          "has-schemas": .bool(stated.contains { $0.operation.hasBody || !$0.response.isEmpty }),
        ]
      })
  }

  private func url(of system: String?) -> String? {
    guard let system else { return design.contract.endpoint?.baseURL }
    return design.contract.systems.first { $0.name == system }?.baseURL
  }
}

extension TemplateObject {
  /// The object under a name; empty where there is none.
  fileprivate func object(_ name: String) -> TemplateObject {
    if case .object(let object)? = self[name] { object } else { [:] }
  }

  /// The objects of a list.
  fileprivate func objects(_ name: String) -> [TemplateObject] {
    guard case .list(let elements)? = self[name] else { return [] }
    return elements.compactMap { element in
      if case .object(let object) = element { object } else { nil }
    }
  }
}
