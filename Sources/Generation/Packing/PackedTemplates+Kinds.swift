import CatalogModel
import Diagnostics
import Hashing
import Packing
import Requirements
import Templating

extension TemplatePacker {
  func write(_ kind: ArtifactKind, to pack: inout PackWriter) {
    pack.write(kind.id)
    pack.write(kind.technologies)
    pack.write(kind.isBound)
  }

  func write(_ kind: KindDescription, to pack: inout PackWriter) {
    pack.write(kind.title)
    for alternatives in [kind.when, kind.unless, kind.requiredWhen] { pack.write(alternatives, write) }
    pack.write(word: kind.scope)
    pack.write(kind.needs) { $1.write(word: $0) }
    pack.write(kind.refuses) { $1.write(word: $0) }
    pack.write(kind.serves, write)
    kind.accepts.write(to: &pack)
    pack.write(kind.alongWith, write)
    pack.write(kind.citations) {
      $1.write($0.value.source)
      $1.write($0.value.section)
      write($0.location, to: &$1)
    }
    write(kind.location, to: &pack)
  }

  private func write(_ alternative: Applicability, to pack: inout PackWriter) {
    let lists = [
      alternative.technologies, alternative.besides, alternative.patterns, alternative.topologies,
      alternative.practices,
    ]
    for list in lists { pack.write(list, write) }
    alternative.profile.write(to: &pack)
    pack.write(alternative.contract) { $1.write(word: $0) }
  }

  private func write(_ file: ArtifactFile, to pack: inout PackWriter) {
    write(file.path, to: &pack)
    write(file.pathLocation, to: &pack)
    let partial = partials[file.template.file]
    pack.write(partial)
    if partial == nil { write(file.template, to: &pack) }
    pack.write(word: file.language)
    pack.write(word: file.ownership)
    pack.write(file.isExecutable)
    pack.write(file.each) { $1.write($0) }
    pack.write(file.since) { $1.write($0) }
    pack.write(file.maximumLength) { $1.write($0) }
    pack.write(file.digest.description)
    pack.write(file.formerPaths, write)
    pack.write(file.seal, write)
  }

  func write(_ contents: KindDescription.Contents, to pack: inout PackWriter) {
    pack.write(contents.files, write)
    pack.write(contents.names) { $1.write($0.sorted()) }
    pack.write(contents.usesEventMembers)
  }

  func write(_ rule: ListRule, to pack: inout PackWriter) {
    pack.write(rule.container)
    pack.write(rule.items, write)
  }

  private func write(_ item: ListRule.Item, to pack: inout PackWriter) {
    pack.write(item.name)
    pack.write(item.keys)
    pack.write(item.inner, write)
  }

  func write(_ type: CompoundType, to pack: inout PackWriter) {
    pack.write(type.name)
    pack.write(type.parts)
    pack.write(type.fields) {
      $1.write($0.whole)
      $1.write($0.parts)
    }
    pack.write(type.objects)
  }

  func write(_ rule: NameRule, to pack: inout PackWriter) {
    pack.write(rule.id)
    pack.write(word: rule.scope)
    pack.write(rule.prefix)
    pack.write(rule.suffix)
    write(rule.stem, to: &pack)
    pack.write(word: rule.style)
    write(rule.location, to: &pack)
  }
}

extension PackWriter {
  /// A word of an enumeration, as its place among all of them.
  fileprivate mutating func write<Word: CaseIterable & Equatable>(word: Word) where Word.AllCases == [Word] {
    write(bits: UInt64(Word.allCases.firstIndex(of: word) ?? 0))
  }
}

extension PackReader {
  fileprivate mutating func word<Word: CaseIterable>() -> Word where Word.AllCases == [Word] {
    Word.allCases[Int(bits())]
  }

  fileprivate mutating func words<Word: CaseIterable>() -> [Word] where Word.AllCases == [Word] {
    list { $0.word() }
  }
}

extension ArtifactKind {
  init(from pack: inout PackReader, _ description: OnDemand<KindDescription>) {
    self.init(id: pack.text(), technologies: pack.texts(), isBound: pack.flag(), reading: description)
  }
}

extension KindDescription {
  convenience init(from pack: inout PackReader, _ contents: OnDemand<Contents>) {
    self.init(
      title: pack.text(), when: pack.list(Applicability.init), unless: pack.list(Applicability.init),
      requiredWhen: pack.list(Applicability.init), scope: pack.word(), needs: pack.words(),
      refuses: pack.words(), serves: pack.list(Located.init), accepts: Predicate(from: &pack),
      alongWith: pack.list(Located.init),
      citations: pack.list {
        Located(
          value: Citation(source: $0.text(), section: $0.optionalText()),
          location: SourceLocation(from: &$0))
      },
      location: SourceLocation(from: &pack), contents: contents)
  }
}

extension KindDescription.Contents {
  init(from pack: inout PackReader, _ partials: TemplateLibrary) {
    self.init(
      files: pack.list { ArtifactFile(from: &$0, partials) },
      names: pack.optional { Set($0.texts()) }, usesEventMembers: pack.flag())
  }
}

extension ListRule {
  init(from pack: inout PackReader) {
    self.init(container: pack.texts(), items: pack.list(Item.init))
  }
}

extension ListRule.Item {
  fileprivate init(from pack: inout PackReader) {
    self.init(name: pack.text(), keys: pack.texts(), inner: pack.list(Self.init))
  }
}

extension CompoundType {
  init(from pack: inout PackReader) {
    self.init(
      name: pack.text(), parts: pack.texts(),
      fields: pack.list { CompoundPattern(whole: $0.text(), parts: $0.text()) }, objects: pack.texts())
  }
}

extension Applicability {
  fileprivate init(from pack: inout PackReader) {
    self.init(
      technologies: pack.list(Located.init), besides: pack.list(Located.init),
      patterns: pack.list(Located.init), topologies: pack.list(Located.init),
      practices: pack.list(Located.init), profile: Predicate(from: &pack), contract: pack.words())
  }
}

extension ArtifactFile {
  fileprivate init(from pack: inout PackReader, _ partials: TemplateLibrary) {
    let path = Template(from: &pack)
    let location = SourceLocation(from: &pack)
    let template = pack.optionalText().map { partials[$0] } ?? Template(from: &pack)
    guard let template else { preconditionFailure("a pack has no such partial") }
    self.init(
      path: path, pathLocation: location, template: template, language: pack.word(), ownership: pack.word(),
      isExecutable: pack.flag(), each: pack.optional { $0.texts() }, since: pack.optional { $0.integer() },
      maximumLength: pack.optional { $0.integer() }, digest: Digest(from: &pack),
      formerPaths: pack.list(Template.init), seal: pack.optional(Template.init))
  }
}

extension Digest {
  fileprivate init(from pack: inout PackReader) {
    let text = pack.text()
    guard let digest = Digest(text) else { preconditionFailure("a pack has no digest '\(text)'") }
    self = digest
  }
}

extension NameRule {
  init(from pack: inout PackReader) {
    self.init(
      id: pack.text(), scope: pack.word(), prefix: pack.text(), suffix: pack.text(),
      stem: Template(from: &pack), style: pack.word(), location: SourceLocation(from: &pack))
  }
}
