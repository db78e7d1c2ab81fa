import Diagnostics
import Templating

/// Builds the names of the templates' rules over a context.
struct NameContext {
  let rules: [NameRule]
  let partials: TemplateLibrary
  let maker: NameMaker
  /// Put before the names of Apex classes.
  let classPrefix: String

  /// The names of the design.
  func names(of design: TemplateValue, into bag: inout DiagnosticBag) -> TemplateObject {
    var names = TemplateObject()
    for rule in rules where rule.scope == .design {
      guard let stem = stem(of: rule, design, into: &bag) else { continue }
      names[rule.id] = .string(
        maker.name(rule.style, prefix: prefix(of: rule), stem: stem, suffix: rule.suffix))
    }
    return names
  }

  /// The names of each message; messages whose names would be the same in any case are told apart by a
  /// digest of what they are called.
  func names(
    ofMessages messages: [TemplateObject], over design: TemplateObject, into bag: inout DiagnosticBag
  ) -> [TemplateObject] {
    var names = messages.map { _ in TemplateObject() }
    let scopes = messages.map { TemplateValue.object(Self.scope(of: $0, over: design)) }
    for rule in rules where rule.scope == .message {
      let stems = scopes.map { stem(of: rule, $0, into: &bag) ?? "" }
      let plain = stems.map {
        maker.name(rule.style, prefix: prefix(of: rule), stem: $0, suffix: rule.suffix)
      }
      let keys = plain.map { $0.lowercased() }
      var counts: [String: Int] = [:]
      for key in keys { counts[key, default: 0] += 1 }
      for index in messages.indices {
        let isTaken = counts[keys[index], default: 0] > 1
        guard isTaken, case .string(let own)? = messages[index]["name"] else {
          names[index][rule.id] = .string(plain[index])
          continue
        }
        let name = maker.marked(
          rule.style, prefix: prefix(of: rule), stem: rule.style.cleaned(stems[index]), suffix: rule.suffix,
          by: stems[index] + "\0" + own)
        names[index][rule.id] = .string(name)
      }
    }
    return names
  }

  /// A message within its design: its members are reachable as `message.KEY`, and by themselves where
  /// the design has none of the same name.
  static func scope(of message: TemplateObject, over design: TemplateObject) -> TemplateObject {
    var scope = message
    scope.merge(design)
    scope["message"] = .object(message)
    if let names = message["names"] { scope["names"] = names }
    return scope
  }

  private func prefix(of rule: NameRule) -> String {
    rule.style == .apexClass ? classPrefix + rule.prefix : rule.prefix
  }

  private func stem(of rule: NameRule, _ context: TemplateValue, into bag: inout DiagnosticBag) -> String? {
    var own = DiagnosticBag()
    let stem = rule.stem.render(context, partials: partials, escaping: .text, into: &own)
    bag.add(contentsOf: own.moved(to: rule.location))
    return stem
  }
}
