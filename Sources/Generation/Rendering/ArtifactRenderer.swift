import Diagnostics
import Hashing
import Templating

/// A rendered file, with where its kind states the path.
struct Artifact {
  let file: GeneratedFile
  let pathLocation: SourceLocation
}

/// Renders the files of kinds over the contexts of one design.
struct ArtifactRenderer {
  let context: DesignContext
  let partials: TemplateLibrary
  let lists: DocumentLists
  /// What was found to be in its language before, and needs not be parsed again.
  let known: [RelativePath: Digest]
  /// Whether what managed files say without their layout is found while they are parsed, because they shall be
  /// written.
  let findsForms: Bool
  /// Where the contract is stated.
  let contractPlace: SourceLocation

  func render(_ selected: KindSelection.Selected, into bag: inout DiagnosticBag) -> [Artifact] {
    let kind = selected.kind
    let scopes =
      switch kind.scope {
      case .design: [TemplateScope(context.design)]
      case .message: selected.messages.map { context.messages[$0] }
      }
    let files = kind.files
    var artifacts: [Artifact] = []
    for scope in scopes {
      for file in files where file.exists(in: context.apiVersion) {
        for inner in self.scopes(of: file, within: scope, into: &bag) {
          if let artifact = render(file, of: kind, over: inner, into: &bag) { artifacts.append(artifact) }
        }
      }
    }
    return artifacts
  }

  /// The scope itself, or for each element of the file's list the scope with the element in it.
  private func scopes(
    of file: ArtifactFile, within scope: TemplateScope, into bag: inout DiagnosticBag
  ) -> [TemplateScope] {
    guard let each = file.each, let name = each.first else { return [scope] }
    return scopes(of: file, scope[name], each.dropFirst(), within: scope, into: &bag)
  }

  /// A list may lie in the elements of another one: `orders.lines` makes one file for each line of each order.
  ///
  /// - Parameters:
  ///   - value: what the names so far lead to.
  ///   - rest: the names behind them.
  private func scopes(
    of file: ArtifactFile, _ value: TemplateValue?, _ rest: ArraySlice<String>, within scope: TemplateScope,
    into bag: inout DiagnosticBag
  ) -> [TemplateScope] {
    switch value {
    case .list(let elements)?:
      let inner = elements.enumerated().map { index, element in
        scope.with(element, at: ListPlace(index: index, of: elements.count))
      }
      guard let name = rest.first else { return inner }
      return inner.flatMap { scopes(of: file, $0[name], rest.dropFirst(), within: $0, into: &bag) }
    case .object(let object)?:
      guard let name = rest.first else { break }
      return scopes(of: file, object[name], rest.dropFirst(), within: scope, into: &bag)
    case .null?: return []
    case .bool?, .string?, .integer?, nil: break
    }
    let name = (file.each ?? []).joined(separator: ".")
    bag.add(.unknown(name, as: "list", at: file.pathLocation, known: scope.names, canEdit: false))
    return []
  }

  private func render(
    _ file: ArtifactFile, of kind: ArtifactKind, over scope: TemplateScope, into bag: inout DiagnosticBag
  ) -> Artifact? {
    guard let path = path(file.path, of: file, over: scope, into: &bag) else { return nil }
    let text = file.template.renderBytes(
      scope, partials: partials, escaping: file.language.escaping, into: &bag)
    guard let text else { return nil }
    checkLength(of: text, file, kind, at: path, into: &bag)
    let format = FileFormat(file.language, lists)
    let generated = GeneratedFile(
      path: path, contents: LineEndings.unix(text), kind: kind.id, template: file.digest,
      ownership: file.ownership, format: format, isExecutable: file.isExecutable,
      formerPaths: file.formerPaths.compactMap { self.path($0, of: file, over: scope, into: &bag) },
      seal: file.seal.flatMap { seal($0, of: file, over: scope, into: &bag) })
    let check = OutputCheck(path: path, format: format, template: file.template)
    if known[path] == generated.digest { return Artifact(file: generated, pathLocation: file.pathLocation) }
    let (isSound, form) =
      findsForms && file.ownership == .managed
      ? check.form(of: generated.contents, into: &bag)
      : (check.accepts(generated.contents, into: &bag), nil)
    return isSound ? Artifact(file: generated.with(form: form), pathLocation: file.pathLocation) : nil
  }

  /// A character that is escaped counts once.
  private func checkLength(
    of text: [UInt8], _ file: ArtifactFile, _ kind: ArtifactKind, at path: RelativePath,
    into bag: inout DiagnosticBag
  ) {
    guard let maximum = file.maximumLength else { return }
    let length = file.language == .xml ? Self.lengthOfXML(text) : String(decoding: text, as: UTF8.self).count
    guard length > maximum else { return }
    bag.add(
      Diagnostic(
        .generationTooLong,
        "'\(path)' would have \(length) characters, and its reader takes \(maximum)",
        at: contractPlace,
        notes: [
          "it is made by: \(kind.title) (\(kind.id))", "state fewer messages or fields in the contract",
        ]))
  }

  private static func lengthOfXML(_ text: [UInt8]) -> Int {
    var length = 0
    var isWithinReference = false
    for byte in text where byte & 0xC0 != 0x80 {
      if !isWithinReference { length += 1 }
      if byte == UInt8(ascii: "&") { isWithinReference = true }
      if byte == UInt8(ascii: ";") { isWithinReference = false }
    }
    return length
  }

  private func line(
    _ template: Template, of file: ArtifactFile, over scope: TemplateScope, into bag: inout DiagnosticBag
  ) -> String? {
    var own = DiagnosticBag()
    let text = template.render(scope, partials: partials, escaping: .text, into: &own)
    bag.add(contentsOf: own.moved(to: file.pathLocation))
    return text
  }

  private func seal(
    _ template: Template, of file: ArtifactFile, over scope: TemplateScope, into bag: inout DiagnosticBag
  ) -> Digest? {
    line(template, of: file, over: scope, into: &bag).map { Digest(of: Array($0.utf8)) }
  }

  private func path(
    _ template: Template, of file: ArtifactFile, over scope: TemplateScope, into bag: inout DiagnosticBag
  ) -> RelativePath? {
    guard let text = line(template, of: file, over: scope, into: &bag) else { return nil }
    do {
      return try RelativePath(text)
    } catch {
      bag.add(error.diagnostic(for: text, at: file.pathLocation))
      return nil
    }
  }
}

extension ArtifactFile {
  /// Whether a version of the Salesforce API has it.
  fileprivate func exists(in version: Int) -> Bool { since.map { $0 <= version } ?? true }
}
