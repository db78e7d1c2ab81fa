import Generation
import TestSupport
import Testing

@Suite struct SpellingTests {
  @Test(arguments: [
    ("opportunity-to-order", "OpportunityToOrder", "opportunityToOrder", "opportunity_to_order"),
    ("erpAccountId", "ErpAccountId", "erpAccountId", "erp_account_id"),
    ("SAP S/4HANA", "SAPS4HANA", "sapS4HANA", "sap_s_4_hana"),
    ("HTTPServer2", "HTTPServer2", "httpServer2", "http_server_2"),
    ("Größe über alles", "GrosseUberAlles", "grosseUberAlles", "grosse_uber_alles"),
    ("Łódź", "Lodz", "lodz", "lodz"),
  ])
  func takesATextApartIntoWords(text: String, pascal: String, camel: String, snake: String) {
    let spelling = Spelling(text)
    #expect(spelling.pascal == pascal)
    #expect(spelling.camel == camel)
    #expect(spelling.snake == snake)
    #expect(spelling.kebab == snake.replacing("_", with: "-"))
    #expect(spelling.words == snake.replacing("_", with: " "))
  }

  @Test func keepsTextsApartThatASCIICannotSpell() {
    let spellings = ["注文", "顧客", "注文書", "", "!?", "заказ"].map { Spelling($0).snake }
    #expect(Set(spellings).count == spellings.count)
    #expect(Spelling("order 注文").snake.hasPrefix("order_"))
  }

  @Test func spellsHostileTextWithLettersAndDigitsOnly() {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<2_000 {
      let text = HostileText.random(&generator)
      let snake = Spelling(text).snake
      #expect(!snake.isEmpty)
      #expect(snake.allSatisfy { $0 == "_" || $0.isASCII && ($0.isLowercase || $0.isNumber) }, "\(snake)")
    }
  }
}
