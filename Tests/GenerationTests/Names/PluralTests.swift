import Testing

@testable import Generation

@Suite struct PluralTests {
  @Test(arguments: [
    ("Sales order", "Sales orders"), ("Delivery", "Deliveries"), ("Survey", "Surveys"), ("Box", "Boxes"),
    ("Status", "Statuses"), ("Address", "Addresses"), ("Branch", "Branches"), ("Order_Line", "Order_Lines"),
  ])
  func oneAndSeveral(one: String, several: String) {
    #expect(Plural.plural(of: one) == several)
    #expect(Plural.plural(of: several) == several)
    #expect(Plural.singular(of: one) == one)
  }

  @Test(arguments: [
    ("Sales orders", "Sales order"), ("Deliveries", "Delivery"), ("Boxes", "Box"), ("Addresses", "Address"),
  ])
  func theNameOfOne(several: String, one: String) {
    #expect(Plural.singular(of: several) == one)
  }
}
