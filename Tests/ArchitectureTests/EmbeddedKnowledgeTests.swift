import CatalogModel
import DecisionEngine
import Diagnostics
import EmbeddedKnowledge
import Generation
import Requirements
import Templating
import TestSupport
import Testing
import YAMLSyntax

@Suite struct EmbeddedKnowledgeTests {
  @Test func theCatalogIsThatOfTheFolder() throws {
    let paths = catalogPaths()
    let files = EmbeddedCatalog.files
    #expect(files.map(\.path).sorted() == paths)
    for file in files {
      try expectSame(file.tree, as: "catalog/" + file.path)
    }
  }

  @Test func theDigestIsThatOfTheFolder() throws {
    let files = try catalogPaths().map { (path: $0, file: try Repository.file("catalog/" + $0)) }
    #expect(EmbeddedCatalog.digest == CatalogDigest.digest(of: files))
  }

  @Test func whatTheBuildPreparedIsWhatTheDocumentsSay() {
    let (prepared, read) = (EmbeddedCatalog.open(), EmbeddedCatalog.read(.deciding))
    #expect(prepared.id == read.id)
    #expect(prepared.title == read.title)
    #expect(prepared.version == read.version)
    #expect(prepared.digest == read.digest)
    #expect(prepared.vocabulary.requirements == read.vocabulary.requirements)
    #expect(prepared.sources.elementsEqual(read.sources))
    #expect(prepared.roles == read.roles)
    #expect(prepared.candidates == read.candidates)
    #expect(prepared.practices.elementsEqual(read.practices))
    #expect(prepared.antiPatterns.elementsEqual(read.antiPatterns))
    #expect(prepared.rules.elementsEqual(read.rules))
    #expect(prepared.derivations == read.derivations)
    #expect(prepared.constraints == read.constraints)
    #expect(prepared.limits.elementsEqual(read.limits))
  }

  @Test func anEntryIsFoundByItsID() {
    let (prepared, read) = (EmbeddedCatalog.open(), EmbeddedCatalog.read(.deciding))
    for rule in read.rules { #expect(prepared.rule(rule.id) == rule) }
    for limit in read.limits { #expect(prepared.limit(limit.id) == limit) }
    for source in read.sources { #expect(prepared.source(source.id) == source) }
    for practice in read.practices { #expect(prepared.practice(practice.id) == practice) }
    for id in ["", "a", "no-such-entry", "zzz"] { #expect(prepared.rule(id) == nil) }
  }

  @Test func thePreparedTableDecidesAsTheCompiledOne() {
    let catalog = EmbeddedCatalog.open()
    let (prepared, compiled) = (DecisionTable(catalog), DecisionTable(compiling: catalog))
    var (one, other) = (prepared.makeEvaluation(), compiled.makeEvaluation())
    var generator = SplitMix64(seed: 11)
    for stated in 0..<500 {
      let answers = prepared.complete(
        catalog.vocabulary.randomAnswers(stated: stated % 11, using: &generator)
      ).answers
      prepared.rank(answers, into: &one)
      compiled.rank(answers, into: &other)
      prepared.applyLimits(answers, to: &one)
      compiled.applyLimits(answers, to: &other)
      #expect(one.verdicts == other.verdicts)
      #expect(one.standings == other.standings)
      #expect(one.ranking == other.ranking)
    }
    #expect(prepared.domains.map(\.cells) == compiled.domains.map(\.cells))
    #expect(prepared.feedsDerivations == compiled.feedsDerivations)
    #expect(prepared.feedsLimits == compiled.feedsLimits)
  }

  @Test func theTemplatesAreThoseOfTheFolder() throws {
    let paths = Repository.paths(below: "templates").filter { path in
      TemplateFile.endings.contains { path.hasSuffix($0) }
    }
    let files = EmbeddedTemplates.files
    #expect(files.map(\.path).sorted() == paths)
    for file in files {
      switch file.contents {
      case .document(let tree): try expectSame(tree, as: "templates/" + file.path)
      case .text(let text):
        #expect(text.contents == (try Repository.file("templates/" + file.path).contents), "\(file.path)")
      }
    }
  }

  /// Templates that the build checked are read when they are asked for, or were read by the build; the others all at
  /// once.
  @Test func templatesReadLaterOrByTheBuildAreTheSame() throws {
    var bag = DiagnosticBag()
    let catalog = EmbeddedCatalog.open()
    let files = try Repository.paths(below: "templates").map { path in
      let file = try Repository.file("templates/" + path)
      return TemplateFile(
        path: path, contents: .text(SourceFile(name: "templates/" + path, contents: file.contents)))
    }
    let checked = TemplateSet.check(files, against: catalog, into: &bag)
    #expect(bag.isEmpty)
    for set in [EmbeddedTemplates.read(catalog.vocabulary), EmbeddedTemplates.open()] {
      #expect(set.formats == checked.formats && set.reserved == checked.reserved)
      #expect(set.compounds.value == checked.compounds.value)
      #expect(set.described.count == checked.described.count)
      for (own, other) in zip(set.described, checked.described) where own != other {
        Issue.record("\(own)\n\(other)")
      }
    }
  }

  private func catalogPaths() -> [String] {
    Repository.paths(below: "catalog").filter { $0.hasSuffix(".yaml") }
  }

  /// Node for node, with kinds, styles, texts and places.
  private func expectSame(_ tree: YAMLTree, as path: String) throws {
    var bag = DiagnosticBag()
    let parsed = try #require(YAMLTree.parse(try Repository.file(path), into: &bag))
    #expect(flatten(tree.root) == flatten(parsed.root), "\(path)")
  }

  private func flatten(_ node: YAMLNode) -> [String] {
    let range = node.location.range
    let own = "\(range) \(node.style) \(node.text ?? "\(node.kind)")"
    switch node.kind {
    case .scalar: return [own]
    case .sequence: return [own] + node.elements.flatMap(flatten)
    case .mapping: return [own] + node.entries.flatMap { flatten($0.key) + flatten($0.value) }
    }
  }
}
