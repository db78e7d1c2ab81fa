import TestSupport
import Testing

/// The same profile gives the same bytes, wherever and whenever.
@Suite struct DeterminismTests {
  private static let places: [(zone: String, locale: String, folder: String, before: String)] = [
    ("UTC", "C", ".", "umask 022;"),
    ("Asia/Kathmandu", "tr_TR.UTF-8", "deep/er", "umask 077;"),
    ("America/St_Johns", "de_DE.UTF-8", "deep", "umask 000; ulimit -n 64;"),
  ]

  private func runs(_ arguments: [String], in scratch: Scratch) throws -> [Outcome] {
    try scratch.makeFolder("deep/er")
    return try Self.places.map { place in
      // The path is shown as it was given, so it is given in the same words everywhere.
      try scratch.copy("examples/opportunity-to-order.yaml", to: place.folder + "/profile.yaml")
      // The shell itself would complain about a locale that is not installed.
      let locale = "env LC_ALL=\(place.locale) LANG=\(place.locale)"
      return try Run(arguments).with("TZ", place.zone).shell(before: "\(place.before) \(locale)")
        .in(scratch, below: place.folder)
    }
  }

  @Test(arguments: ["terminal", "markdown", "json"])
  func recommendations(_ format: String) throws {
    let outcomes = try runs(["recommend", "profile.yaml", "--format", format], in: Scratch())
    for outcome in outcomes { outcome.exits(0) }
    #expect(Set(outcomes.map(\.output)).count == 1)
    #expect(Set(outcomes.map(\.errors)) == [""])
  }

  @Test func findings() throws {
    let scratch = try Scratch()
    for place in Self.places {
      try scratch.copy("Tests/Fixtures/mistakes/many-mistakes.yaml", to: place.folder + "/bad.yaml")
    }
    #expect(Set(try runs(["check", "bad.yaml"], in: scratch).map(\.errors)).count == 1)
  }

  @Test func scaffolds() throws {
    let scratch = try Scratch()
    for outcome in try runs(["generate", "profile.yaml", "--output", "out"], in: scratch) { outcome.exits(0) }
    let trees = try Self.places.map { try scratch.tree($0.folder + "/out") }
    #expect(trees[0].count > 50)
    #expect(trees[1] == trees[0])
    #expect(trees[2] == trees[0])
  }

  @Test func schemas() throws {
    #expect(Set(try runs(["schema"], in: Scratch()).map(\.output)).count == 1)
  }
}
