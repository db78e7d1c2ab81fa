import Diagnostics
import Testing

@Suite struct NamePartsTests {
  private static let known = [
    "hub-and-spoke", "rest-api", "ui-api", "api-led", "rapid", "latency.within", "ui-api",
  ]

  @Test(arguments: [
    ("hub", ["hub-and-spoke"]), ("API", ["rest-api", "ui-api", "api-led"]), ("and-spoke", ["hub-and-spoke"]),
    ("latency", ["latency.within"]), ("within", ["latency.within"]), ("ap", []), ("", []), ("-", []),
    ("rest-api", []), ("spoke-and", []),
  ])
  func aWordLeadsToTheNamesThatHaveIt(_ text: String, _ names: [String]) {
    #expect(Diagnostics.names(holding: text, among: Self.known) == names)
  }
}
