import CatalogModel
import Diagnostics
import Packing
import Templating

/// The templates as the build prepares them: the kinds with their conditions in one pack, and each partial, the files of
/// each kind and the compound fields in a pack of its own, which is read when somebody asks.
package enum PackedTemplates {
  /// - Parameter set: templates without errors; their conditions are those of the vocabulary that it was read for.
  package static func write(_ set: TemplateSet) -> [String] {
    let partials = set.partials.names.compactMap { name in set.partials[name].map { (name, $0) } }
    let packer = TemplatePacker(partials: Dictionary(partials.map { ($1.file, $0) }) { first, _ in first })
    var head = PackWriter()
    head.write(partials.map(\.0))
    head.write(separately: set.kinds.map(\.description), packer.write)
    head.write(set.kinds, packer.write)
    head.write(separately: set.names, packer.write)
    head.write(set.namesInStems) { $1.write($0.sorted()) }
    head.write(set.reserved.languages) {
      $1.write($0)
      $1.write(set.reserved.words(of: $0))
    }
    head.write(set.formats.lists.stated, packer.write)
    head.write(set.formats.metadata.types) {
      $1.write($0.name)
      $1.write($0.path)
      $1.write($0.elements)
      $1.write($0.whole)
      $1.write($0.definedOn.sorted { $0.key < $1.key }) {
        $1.write($0.key)
        $1.write($0.value)
      }
    }
    let others =
      partials.map { packer.pack($0.1) } + set.kinds.map { packer.pack($0.description.contents.value) }
    return [head.text] + others + [packer.pack(set.compounds.value)]
  }

  /// - Parameter packs: what was written.
  package static func read(_ packs: [StaticString]) -> TemplateSet {
    var head = PackReader(packs[0])
    var number = 0
    func next() -> StaticString {
      number += 1
      return packs[number]
    }
    let partials = TemplateLibrary.holding(
      head.texts().map { name in
        let pack = next()
        return (
          name,
          OnDemand {
            var reader = PackReader(pack)
            return Template(from: &reader)
          }
        )
      })
    let descriptions: PackedList = head.list()
    let first = number + 1
    var kind = 0
    let kinds = head.list { head in
      defer { kind += 1 }
      return ArtifactKind(
        from: &head,
        OnDemand { [kind] in
          var reader = descriptions.reader(at: kind)
          return KindDescription(
            from: &reader,
            OnDemand {
              var reader = PackReader(packs[first + kind])
              return KindDescription.Contents(from: &reader, partials)
            })
        })
    }
    let names = Entries(head.list()) { NameRule(from: &$0) }
    let namesInStems = head.optional { Set($0.texts()) }
    var reserved = ReservedWords()
    for (language, words) in head.list({ ($0.text(), $0.texts()) }) { reserved.add(words, of: language) }
    let lists = head.list(ListRule.init)
    let metadata = head.list {
      MetadataType(
        name: $0.text(), path: $0.texts(), elements: $0.optionalText(), whole: $0.optionalText(),
        definedOn: Dictionary($0.list { ($0.text(), $0.text()) }) { first, _ in first })
    }
    return TemplateSet(
      kinds: kinds, names: names, namesInStems: namesInStems, reserved: reserved,
      formats: FormatFacts(metadata: MetadataTypes(metadata), lists: DocumentLists(lists)),
      compounds: OnDemand {
        var reader = PackReader(packs[packs.count - 1])
        return CompoundTypes(reader.list { CompoundType(from: &$0) })
      }, partials: partials)
  }
}

/// Writes templates and what is said about them.
struct TemplatePacker {
  /// The names of the partials, by their texts.
  let partials: [SourceFile: String]

  func pack(_ partial: Template) -> String {
    var pack = PackWriter()
    write(partial, to: &pack)
    return pack.text
  }

  func pack(_ contents: KindDescription.Contents) -> String {
    var pack = PackWriter()
    write(contents, to: &pack)
    return pack.text
  }

  func pack(_ compounds: CompoundTypes) -> String {
    var pack = PackWriter()
    pack.write(compounds.types, write)
    return pack.text
  }

  func write(_ template: Template, to pack: inout PackWriter) {
    pack.write(template.fileName)
    pack.write(String(decoding: template.text.buffer, as: UTF8.self))
    pack.write(String(decoding: template.code.buffer, as: UTF8.self))
  }

  func write(_ location: SourceLocation, to pack: inout PackWriter) {
    pack.write(location.file.name)
    for position in [location.range.start, location.range.end] {
      pack.write(position.line)
      pack.write(position.column)
    }
  }

  func write(_ located: Located<String>, to pack: inout PackWriter) {
    pack.write(located.value)
    write(located.location, to: &pack)
  }
}

extension Template {
  init(from pack: inout PackReader) {
    self.init(fileName: pack.text(), text: pack.textBytes(), code: pack.textBytes())
  }
}

extension SourceLocation {
  /// The place in a file of which only the name is known.
  init(from pack: inout PackReader) {
    let file = SourceFile(name: pack.text(), contents: [])
    let start = SourcePosition(line: pack.integer(), column: pack.integer())
    let end = SourcePosition(line: pack.integer(), column: pack.integer())
    self.init(file: file, range: SourceRange(start: start, end: end))
  }
}

extension Located<String> {
  init(from pack: inout PackReader) {
    self.init(value: pack.text(), location: SourceLocation(from: &pack))
  }
}
