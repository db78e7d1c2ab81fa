import DesignModel
import Testing

@Suite struct FlowTests {
  private func lines(_ text: String) throws -> [String] {
    try DesignSample.design(text).flow.steps.map { step in
      let arrow = step.isReply ? "-->" : step.isAsynchronous ? "-)" : "->"
      return "\(step.from) \(arrow) \(step.to): \(step.label)"
    }
  }

  private static let eventBus = """
    decision:
      pattern: fire-and-forget
      topology: middleware-orchestration
      technologies: [platform-events, pub-sub-api, mulesoft-anypoint]
    """

  @Test func passesAnEventOverTheBusAndReportsTheOutcomeBack() throws {
    #expect(
      try lines(DesignSample.wonOpportunity + Self.eventBus) == [
        "salesforce -) event_bus: Order_Requested__e (Platform events)",
        "event_bus -) mulesoft_anypoint: Order_Requested__e (Pub/Sub API)",
        "mulesoft_anypoint -> remote: POST /orders",
        "remote --> mulesoft_anypoint: orderId",
        "mulesoft_anypoint --> salesforce: Status and key written back by a callback (ERP_Order_Id__c)",
      ])
  }

  @Test func hasItsParticipantsInDataOrder() throws {
    let flow = try DesignSample.design(DesignSample.wonOpportunity + Self.eventBus).flow
    #expect(
      flow.participants.map(\.label) == ["Salesforce", "Event bus", "MuleSoft Anypoint Platform", "SAP"])
  }

  @Test func callsAndWaitsWhereOneTechnologyIsTheWholeWay() throws {
    let decision =
      "decision: { pattern: request-reply, topology: point-to-point, technologies: [apex-callout-sync] }\n"
    let lines = try lines(DesignSample.wonOpportunity + decision)
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("salesforce -> remote: POST /orders (") == true)
    #expect(lines.last == "remote --> salesforce: orderId")
  }

  @Test func asksFromTheSideThatReceivesWhereDataIsLookedAtInItsPlace() throws {
    let decision = """
      decision: { pattern: data-virtualization, topology: point-to-point, technologies: [salesforce-connect-odata] }
      """
    let lines = try lines(DesignSample.wonOpportunity + decision)
    #expect(lines.first?.hasPrefix("salesforce -> remote: POST /orders (") == true)
    #expect(lines.last == "remote --> salesforce: orderId")
    let flow = try DesignSample.design(DesignSample.wonOpportunity + decision).flow
    #expect(flow.participants.map(\.key) == ["salesforce", "remote"])
  }

  @Test func showsTheAnswerOfACallForWhichNobodyWaits() throws {
    let decision = """
      decision:
        { pattern: fire-and-forget, topology: point-to-point, technologies: [apex-queueable-callout] }
      """
    let lines = try lines(DesignSample.wonOpportunity + decision)
    #expect(lines.first?.hasPrefix("salesforce -) remote: POST /orders (") == true)
    #expect(lines.dropFirst() == ["remote --> salesforce: orderId"])
  }

  @Test func namesTheTechnologiesAloneWhereThereIsNoContract() throws {
    let lines = try lines(DesignSample.requirements + Self.eventBus)
    #expect(
      Array(lines.prefix(3)) == [
        "salesforce -) event_bus: Platform events", "event_bus -) mulesoft_anypoint: Pub/Sub API",
        "mulesoft_anypoint -> remote: data",
      ])
  }

  @Test func beginsAtTheOtherSystemWhereItCalls() throws {
    let decision =
      "decision: { pattern: remote-call-in, topology: point-to-point, technologies: [rest-api] }\n"
    #expect(
      try lines(DesignSample.wonOpportunity + decision).first?.hasPrefix("remote -> salesforce:") == true)
  }

  @Test func endsAtTheScreenThatShowsTheData() throws {
    let decision = """
      decision: { pattern: ui-update, topology: point-to-point, technologies: [platform-events, emp-api, lightning-component] }
      """
    let flow = try DesignSample.design(DesignSample.wonOpportunity + decision).flow
    #expect(!flow.participants.map(\.key).contains("remote"))
  }

  @Test func namesOnlyParticipantsThatThereAre() throws {
    for decision in [
      "", Self.eventBus, "decision: { pattern: batch-sync }", "decision: { pattern: streaming }",
    ] {
      let flow = try DesignSample.design(DesignSample.wonOpportunity + decision).flow
      let keys = Set(flow.participants.map(\.key))
      #expect(keys.count == flow.participants.count)
      for step in flow.steps { #expect(keys.isSuperset(of: [step.from, step.to])) }
    }
  }
}
