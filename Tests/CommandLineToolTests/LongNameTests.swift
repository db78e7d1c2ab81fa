import TestSupport
import Testing

/// Names in a contract that Salesforce would not take.
@Suite struct LongNameTests {
  private static let long = String(repeating: "a", count: 41)

  @Test(arguments: [
    ("salesforce-object: Opportunity", "salesforce-object: \(long)__c"),
    ("salesforce: ERP_Order_Id__c", "salesforce: \(long)__c"),
    ("salesforce: Account.External_ERP_Id__c", "salesforce: Account.\(long)__c"),
  ])
  func areFoundBeforeAnythingIsWritten(name: String, other: String) throws {
    let scratch = try Scratch.withExample()
    let profile = try scratch.text("profile.yaml")
    try #require(profile.contains(name))
    try scratch.write("profile.yaml", profile.replacing(name, with: other))
    try Run("generate", "profile.yaml", "--output", "out").in(scratch).exits(2).hasNoResult()
      .complains("'\(Self.long)' has 41 characters", "[contract/long-name]")
  }

  @Test func fortyCharactersAreEnough() throws {
    let scratch = try Scratch.withExample()
    let name = "ns__" + String(repeating: "a", count: 40) + "__e"
    let profile = try scratch.text("profile.yaml")
    try scratch.write(
      "profile.yaml", profile.replacing("salesforce: CloseDate", with: "salesforce: \(name.dropLast(3))__c"))
    try Run("check", "profile.yaml").in(scratch).exits(0)
  }
}
