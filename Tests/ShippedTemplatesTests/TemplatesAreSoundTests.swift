import CatalogModel
import Diagnostics
import Generation
import TestSupport
import Testing

@Suite struct TemplatesAreSoundTests {
  private static let shipped = Result { try ShippedTemplates() }

  @Test func hasNoFinding() throws {
    let findings = ShippedTemplates.text(try Self.shipped.get().findings)
    #expect(findings == "")
  }

  @Test(arguments: ShippedTemplates.profiles)
  func rendersEveryProfileWithoutAFinding(path: String) throws {
    let (files, findings) = try Self.shipped.get().generate(path)
    #expect(ShippedTemplates.text(ShippedTemplates.unexpected(findings)) == "")
    let kinds = files?.map(\.kind) ?? []
    #expect(kinds.contains("scaffold-readme"))
    #expect(kinds.contains("decision-record"))
  }

  /// Lines that names make longer are those of the profile.
  @Test func noLineOfApexIsLongerThanAReviewShows() throws {
    for path in Repository.paths(below: "templates") where path.hasSuffix(".cls.mustache") {
      let text = String(decoding: try Repository.file("templates/" + path).contents, as: UTF8.self)
      let lines = text.split(separator: "\n")
      #expect(lines.filter { $0.count > 120 && !$0.contains("{{") } == [], "\(path)")
    }
  }

  @Test(arguments: ShippedTemplates.profiles)
  func rendersTheSameTwice(path: String) throws {
    let shipped = try Self.shipped.get()
    #expect(try shipped.generate(path).files == shipped.generate(path).files)
  }

  /// What a pattern or a topology may choose is generated, briefed, or told in steps.
  @Test func everyTechnologyThatCanBeRecommendedHasAKind() throws {
    let shipped = try Self.shipped.get()
    let candidates = Set(shipped.catalog.candidates.flatMap(\.roles).flatMap(\.candidates).map(\.id))
    let served = shipped.set.kinds.flatMap { kind in
      kind.when.flatMap { $0.technologies + $0.besides } + kind.serves
    }.map(\.value)
    // These are parts of Mule's applications, and a platform that runs already and is not known.
    let within: Set = ["anypoint-api-manager", "existing-integration-platform", "mulesoft-sf-connector"]
    #expect(candidates.subtracting(served).subtracting(within) == [])
  }

  @Test func usesEveryKindForSomeProfile() throws {
    let shipped = try Self.shipped.get()
    let used = try ShippedTemplates.profiles.flatMap { try shipped.generate($0).files ?? [] }.map(\.kind)
    let credentials = shipped.set.kinds.map(\.id).filter { $0.hasPrefix("credential-") }
    let unused = Set(shipped.set.kinds.map(\.id)).subtracting(used).subtracting(credentials)
    #expect(unused == [])
  }
}
