import Testing

@Suite struct SizingTests {
  @Test(arguments: [("200ms", "1000"), ("500ms", "1000"), ("800ms", "1600"), ("90s", "120000")])
  func aTimeoutLeavesRoomToConnectAndIsNoLongerThanACalloutMayTake(response: String, timeout: String) throws {
    let head = SampleProfile.head.replacing("response-time: 8s", with: "response-time: \(response)")
    let text = try SampleProfile.render(
      "{{sizing.timeout-milliseconds}}\n", of: head + SampleProfile.contract)
    #expect(text == timeout + "\n")
  }
}
