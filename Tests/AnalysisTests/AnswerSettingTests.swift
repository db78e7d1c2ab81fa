import Analysis
import CatalogModel
import Diagnostics
import Requirements
import TestSupport
import Testing

@Suite struct AnswerSettingTests {
  private static let vocabulary = Result { try Repository.catalog().vocabulary }

  private func read(_ texts: String...) throws -> (settings: [AnswerSetting], findings: [Diagnostic]) {
    var bag = DiagnosticBag()
    let settings = AnswerSetting.read(texts, option: "--set", try Self.vocabulary.get(), into: &bag)
    return (settings, bag.diagnostics)
  }

  @Test(arguments: [
    ("latency.human-waits=true", "true"), ("volume.records-per-run=20_000", "20,000"),
    ("latency.within=near-real-time", "5m"), ("latency.within=90", "90s"), ("volume.payload=4KB", "4KB"),
    ("exchange.trigger=record-change", "record-change"), ("remote.name=SAP = ERP", "SAP = ERP"),
    ("licensing.owned=mulesoft,heroku", "[mulesoft, heroku]"), ("licensing.owned=[heroku]", "[heroku]"),
    ("licensing.owned=[]", "[]"),
  ])
  func readsAnAnswerOfEveryType(_ text: String, _ expected: String) throws {
    let (settings, findings) = try read(text)
    #expect(findings.isEmpty)
    let setting = try #require(settings.first)
    let vocabulary = try Self.vocabulary.get()
    #expect(vocabulary.render(setting.answer, of: setting.requirement) == expected)
    #expect(text.hasPrefix(vocabulary[setting.requirement].id.description + "="))
  }

  @Test(arguments: [
    ("latency.human-waits", DiagnosticID.malformedSetting, 1),
    ("latency.human-wait=true", .unknownProfileRequirement, 1),
    ("human-waits=true", .unknownProfileRequirement, 1),
    ("latency.human-waits=yes", .unknownProfileAnswer, 21), ("volume.payload=4", .unknownProfileAnswer, 16),
    ("volume.records-per-run=-1", .unknownProfileAnswer, 24), ("remote.name=", .unknownProfileAnswer, 13),
    ("licensing.owned=mulesoft,heroko", .unknownProfileAnswer, 26),
    ("licensing.owned=", .unknownProfileAnswer, 17),
  ])
  func reportsWhatIsNoAnswerAtItsPlace(_ text: String, _ id: DiagnosticID, _ column: Int) throws {
    let (settings, findings) = try read(text)
    #expect(settings.isEmpty)
    #expect(findings.map(\.id) == [id])
    let place = try #require(findings.first?.primary?.location)
    #expect(place.file.name == "--set")
    #expect(place.range.start.column == column)
  }

  @Test func proposesTheNearestSpelling() throws {
    let (_, findings) = try read("latency.human-wait=true")
    #expect(findings.first?.fixes.first?.summary == "did you mean 'latency.human-waits'?")
  }

  @Test func reportsARequirementThatIsSetTwice() throws {
    let (settings, findings) = try read("latency.human-waits=true", "latency.human-waits=false")
    #expect(settings.count == 1)
    #expect(findings.map(\.id) == [.repeatedSetting])
  }

  @Test func putsAnswersInPlaceOfTheProfilesOwn() throws {
    let vocabulary = try Self.vocabulary.get()
    let (settings, _) = try read("volume.records-per-run=7")
    let setting = try #require(settings.first)
    var answers = Answers(count: vocabulary.requirements.count)
    answers[setting.requirement] = .quantity(1)
    let profile = Profile(
      file: SourceFile(name: "p.yaml", text: ""), id: "p", title: "P", owner: nil, description: nil,
      answers: answers, contract: nil, contractPlace: nil, decision: nil)
    let changed = profile.setting(settings)
    #expect(changed.answers[setting.requirement] == .quantity(7))
    #expect(changed.places[setting.requirement]?.file.name == "--set")
    #expect(changed.id == profile.id)
  }
}
