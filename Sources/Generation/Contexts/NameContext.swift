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
  func names(of design: TemplateObject, into bag: inout DiagnosticBag) -> TemplateObject {
    var names = TemplateObject()
    var renderer = StemRenderer(scopes: [TemplateScope(design)], partials: partials)
    for rule in rules where rule.scope == .design {
      guard let stem = renderer.stems(of: rule, into: &bag)[0] else { continue }
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
    var renderer = StemRenderer(
      scopes: messages.map { Self.scope(of: $0, over: design) }, partials: partials)
    for rule in rules where rule.scope == .message {
      let stems = renderer.stems(of: rule, into: &bag).map { $0 ?? "" }
      let plain = stems.map {
        maker.name(rule.style, prefix: prefix(of: rule), stem: $0, suffix: rule.suffix)
      }
      let taken = plain.repeatedInAnyCase
      for index in messages.indices {
        guard taken.contains(plain[index].lowercased()), case .string(let own)? = messages[index]["name"]
        else {
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
  static func scope(of message: TemplateObject, over design: TemplateObject) -> TemplateScope {
    var own: TemplateObject = ["message": .object(message)]
    if let names = message["names"] { own["names"] = names }
    return TemplateScope(message).with(.object(design)).with(.object(own))
  }

  private func prefix(of rule: NameRule) -> String {
    rule.style == .apexClass ? classPrefix + rule.prefix : rule.prefix
  }
}

/// Renders the stems of rules, of which many are the same, over some scopes.
private struct StemRenderer {
  let scopes: [TemplateScope]
  let partials: TemplateLibrary
  /// The stems over each scope, beside their template.
  private var known: [(template: Template, stems: [String?])] = []

  init(scopes: [TemplateScope], partials: TemplateLibrary) {
    self.scopes = scopes
    self.partials = partials
  }

  /// The stem over each scope; `nil` where anything is wrong, which is said of every rule anew.
  mutating func stems(of rule: NameRule, into bag: inout DiagnosticBag) -> [String?] {
    if let known = known.first(where: { $0.template.hasSameText(as: rule.stem) }) { return known.stems }
    var own = DiagnosticBag()
    let stems = scopes.map {
      rule.stem.render($0, partials: partials, escaping: .text, into: &own)
    }
    if own.isEmpty { known.append((rule.stem, stems)) }
    bag.add(contentsOf: own.moved(to: rule.location))
    return stems
  }
}
