import CatalogModel
import Diagnostics
import Requirements
import Testing
import YAMLSyntax

@Suite struct CatalogLimitCheckTests {
  private static let vocabulary = """
    volume:
      events-per-day: { type: count, asks: "How many?" }
      payload: { type: size, asks: "How large?" }
    licensing:
      edition: { type: enum, values: [developer, enterprise], asks: "Which?" }
      owned: { type: list, values: [event-add-on], asks: "What?" }
    """

  private static let technology = """
    id: bus
    limits: [deliveries]
    """

  private static let limit = """
    id: deliveries
    unit: events
    demand:
      - { for: bus, is: volume.events-per-day, because: b }
    allowance: { developer: 10, enterprise: 20 * volume.events-per-day / 7 }
    add-on: { title: More, owned: event-add-on, adds: 5 }
    severity: add-on-available
    confidence: high
    tight-from: 0.7
    """

  private func findings(
    limit: String = limit, technology: String = technology
  ) throws -> [Diagnostic] {
    var bag = DiagnosticBag()
    let texts = [
      ("limits/deliveries.yaml", limit), ("technologies/bus.yaml", technology),
      ("vocabulary.yaml", Self.vocabulary), ("catalog.yaml", "id: tiny"), ("roles.yaml", "{}"),
    ]
    let files = try texts.map { path, text in
      CatalogFile(
        path: path, tree: try #require(YAMLTree.parse(SourceFile(name: path, text: text), into: &bag)))
    }
    CatalogCheck.run(files, CatalogReader.read(files, digest: "", into: &bag), into: &bag)
    return bag.sorted
  }

  @Test func isContentWithALimitThatHoldsTogether() throws {
    #expect(try findings().isEmpty)
  }

  @Test(arguments: [
    ("is: volume.events-per-day", "is: volume.event-per-day", DiagnosticID.unknownRequirement, 4, 21),
    ("is: volume.events-per-day", "is: ceil(volume.events-per-day", .malformedExpression, 4, 25),
    ("20 * volume.events-per-day / 7", "volume.payload", .kindsDiffer, 5, 12),
    ("unit: events", "unit: size", .mismatchedUnit, 2, 7),
    ("developer: 10", "develper: 10", .unknownEdition, 5, 14),
    ("developer: 10", "any: 10", .unknownEdition, 5, 19),
    ("owned: event-add-on", "owned: event-addon", .unknownProduct, 6, 31),
    (", adds: 5", "", .incompleteAddOn, 6, 9),
    ("tight-from: 0.7", "tight-from: 1.1", .malformedShare, 9, 13),
    ("tight-from: 0.7", "tight-from: much", .malformedShare, 9, 13),
    ("for: bus", "for: [bus, bus]", .duplicateDemand, 4, 18),
    ("for: bus", "for: []", .unboundLimit, 2, 10),
  ])
  func reportsWhatDoesNotHold(
    _ old: String, _ new: String, _ id: DiagnosticID, _ line: Int, _ column: Int
  ) throws {
    let findings = try findings(limit: replace(old, by: new, in: Self.limit))
    let finding = try #require(findings.first { $0.id == id }, "\(findings)")
    let start = try #require(finding.primary?.location.range.start)
    #expect(start == SourcePosition(line: line, column: column))
  }

  @Test(arguments: [
    ("volume.events-per-day: 1", "20", [DiagnosticID]()),
    ("volume.event-per-day: 1", "20", [.unknownRequirement]),
    ("volume.events-per-day: few", "20", [.unknownAnswer]),
    ("volume.payload: 1KB", "20", [.misplacedMinimum]),
    ("licensing.edition: developer", "20", [.misplacedMinimum]),
    ("volume.events-per-day: 1", "20 * volume.events-per-day / 7", [.misplacedMinimum]),
  ])
  func leastsAreThoseOfADemand(_ least: String, _ allowance: String, _ ids: [DiagnosticID]) throws {
    let limit = try replace(
      "demand:", by: "at-least: { \(least) }\ndemand:",
      in: replace("20 * volume.events-per-day / 7", by: allowance, in: Self.limit))
    #expect(try findings(limit: limit).map(\.id) == ids)
    guard ids.isEmpty else { return }
    let falling = try replace("is: volume.events-per-day", by: "is: 9 - volume.events-per-day", in: limit)
    #expect(try findings(limit: falling).map(\.id) == [.misplacedMinimum])
  }

  /// A limit whose demand no requirement measures.
  private static let counted = """
    id: deliveries
    unit: events
    binds:
      - { for: bus, because: b }
    allowance: { any: 5 }
    severity: hard
    confidence: high
    """

  @Test func isContentWithALimitThatOnlyBinds() throws {
    #expect(try findings(limit: Self.counted).isEmpty)
  }

  @Test func comparesTheUnitOfALimitThatOnlyBindsWithItsAllowance() throws {
    let findings = try findings(limit: replace("any: 5", by: "any: 5MB", in: Self.counted))
    #expect(findings.map(\.id) == [.mismatchedUnit])
  }

  @Test func reportsALimitThatBindsNothing() throws {
    let nothing = try replace("binds:\n  - { for: bus, because: b }\n", by: "", in: Self.counted)
    #expect(try findings(limit: nothing).map(\.id) == [.unboundLimit, .unboundLimit])
  }

  @Test func reportsADemandThatNeverGetsTight() throws {
    let findings = try findings(limit: replace("tight-from: 0.7", by: "", in: Self.limit))
    #expect(findings.map(\.id) == [.malformedShare])
  }

  @Test func reportsATechnologyThatIsMeasuredAndCounted() throws {
    let findings = try findings(
      limit: replace("allowance:", by: "binds: [ { for: bus, because: b } ]\nallowance:", in: Self.limit))
    #expect(findings.map(\.id) == [.duplicateDemand])
  }

  @Test(arguments: [
    ("when: { volume.payload: { below: 1KB } }, ", "when: { volume.payload: { from: 1KB } }, ", true),
    ("when: { volume.payload: { below: 1KB } }, ", "", false),
    ("", "when: { volume.payload: { from: 1KB } }, ", false),
  ])
  func severalRowsForATechnologyEachHaveACondition(
    _ first: String, _ second: String, _ holds: Bool
  ) throws {
    let row = "  - { for: bus, is: volume.events-per-day, because: b }"
    let rows = [first, second].map { row.replacing("is:", with: $0 + "is:") }
    let limit = try replace(row, by: rows.joined(separator: "\n"), in: Self.limit)
    #expect(try findings(limit: limit).map(\.id) == (holds ? [] : [.duplicateDemand]))
  }

  @Test func reportsATechnologyBesideThatIsNotThere() throws {
    let limit = try replace("for: bus,", by: "for: bus, unless-beside: rely,", in: Self.limit)
    #expect(try findings(limit: limit).map(\.id) == [.unknownReference])
  }

  @Test func reportsALimitThatTheTechnologyDoesNotList() throws {
    let findings = try findings(technology: "id: bus\nlimits: []")
    #expect(findings.map(\.id) == [.unlistedLimit])
  }

  @Test func reportsASeverityThatPromisesAnAddOn() throws {
    let findings = try findings(
      limit: Self.limit.split(separator: "\n").filter { !$0.hasPrefix("add-on:") }.joined(separator: "\n"))
    #expect(findings.map(\.id) == [.incompleteAddOn])
  }

  private func replace(_ old: String, by new: String, in text: String) throws -> String {
    let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
    try #require(parts.count == 2)
    return parts[0] + new + parts[1]
  }
}
