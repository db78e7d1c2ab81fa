import Testing

@Suite struct ObjectContextTests {
  private static let contract = """
    contract:
      messages:
        - name: send-order
          operation: upsert
          path: /orders
          salesforce-object: Sales_Order__c
          external-entity: SalesOrder
          external-id: Key__c
          filter: Total__c > 100
          fields:
            - { salesforce: Key__c, external: key, type: string, required: true }
            - { salesforce: Account__r.Number__c, external: customer, type: string, required: true }
            - { salesforce: Total__c, external: total, type: decimal, precision: 10, scale: 2 }
            - { external: lines, type: list, of: string }
          examples:
            - request: { key: "a/b c", customer: C-1, total: 12.50 }
        - name: cancel-order
          operation: delete
          path: /orders
          salesforce-object: SALES_ORDER__C
          external-entity: SalesOrder
          external-id: key__c
          filter: Total__c > 100
          fields:
            - { salesforce: key__c, external: orderKey, type: string, required: true }
        - name: read-account
          operation: read
          path: /accounts
          salesforce-object: Account
          external-entity: sales_order
          response:
            - { external: name, type: string }

    """

  private func expect(_ template: String, _ text: String, in contract: String = contract) throws {
    #expect(try SampleProfile.render(template + "\n", of: SampleProfile.head + contract) == text + "\n")
  }

  @Test func gathersMessagesByObjectWhateverTheCase() throws {
    try expect(
      "{{#objects}}{{object}} {{#messages}}{{name}},{{/messages}} {{/objects}}",
      "Account read-account, Sales_Order__c send-order,cancel-order, ")
    try expect(
      "{{#objects}}{{is-custom}} {{is-written}} {{is-deleted}} {{label}}; {{/objects}}",
      "false false false Account; true true true Sales Order; ")
  }

  @Test func namesChangeEventsAsTheBusDoes() throws {
    try expect(
      "{{#objects}}{{change-event}} {{member-name}} {{/objects}}",
      "AccountChangeEvent AccountChangeEvent Sales_Order__ChangeEvent Sales_Order_ChangeEvent ")
  }

  @Test func changeEventsCarryPartsOfAddressesAndNamesWithinTheWhole() throws {
    let contract = """
      contract:
        messages:
          - name: keep-account
            operation: upsert
            path: /accounts
            salesforce-object: Account
            fields:
              - { salesforce: BillingCity, external: city, type: string }
              - { salesforce: FirstName, external: first, type: string }
              - { salesforce: Rating, external: rating, type: string }
              - { salesforce: ShippingCity, external: to, type: string }
              - { salesforce: ShippingPostalCode, external: zip, type: string }
              - { salesforce: Site__Latitude__s, external: lat, type: decimal }

      """
    try expect(
      "{{#change-events}}{{#members}}{{#plain}}{{component}} {{/plain}}{{#compound}}{{name}}:{{record}}"
        + "{{#is-defined}}[{{#components}}{{component}} {{/components}}]{{/is-defined}}"
        + "({{#parts}}{{component}} {{salesforce}} {{/parts}}) {{/compound}}{{/members}}{{/change-events}}",
      "BillingAddress:Address[City PostalCode ](City BillingCity ) Name:PersonName[FirstName ](FirstName FirstName ) "
        + "Rating ShippingAddress:Address(City ShippingCity PostalCode ShippingPostalCode ) "
        + "Site__c:Location[Latitude ](Latitude Site__Latitude__s ) ",
      in: contract)
    let custom = contract.replacing("Account", with: "Sales_Order__c").replacing(
      "BillingCity", with: "City__c"
    )
    .replacing("FirstName", with: "First_Name__c")
    try expect(
      "{{#change-events}}{{#members}}{{#plain}}{{component}} {{/plain}}{{/members}}{{/change-events}}",
      "City__c First_Name__c Rating ", in: custom)
  }

  /// What carries a latitude is a place, and what carries a street besides is an address.
  @Test func thePlaceOfACustomAddressIsPartOfTheAddress() throws {
    let contract = """
      contract:
        messages:
          - name: keep-site
            operation: upsert
            path: /sites
            salesforce-object: Site__c
            fields:
              - { salesforce: Depot__Longitude__s, external: longitude, type: decimal }
              - { salesforce: home__latitude__s, external: latitude, type: decimal }
              - { salesforce: Home__City__s, external: city, type: string }

      """
    try expect(
      "{{#change-events}}{{#members}}{{#compound}}{{name}}:{{record}}[{{#components}}{{component}} {{/components}}]"
        + "{{/compound}}{{/members}}{{/change-events}}",
      "Depot__c:Location[Longitude ]Home__c:Address[City Latitude ]", in: contract)
  }

  @Test func fieldsOfAddressesAreFoundWhateverTheCase() throws {
    let contract = """
      contract:
        messages:
          - name: keep-account
            operation: upsert
            path: /accounts
            salesforce-object: ACCOUNT
            fields:
              - { salesforce: billingcity, external: city, type: string }
              - { salesforce: firstname, external: first, type: string }

      """
    try expect(
      "{{#change-events}}{{#members}}{{#compound}}{{name}}:{{#parts}}{{component}} {{/parts}}{{/compound}}"
        + "{{/members}}{{/change-events}}",
      "BillingAddress:City Name:FirstName ", in: contract)
  }

  /// The whole carries its parts, also where the record's own spelling of it comes first.
  @Test func aNameThatIsMappedBesideItsPartsIsCarriedOnceWithThem() throws {
    let contract = """
      contract:
        messages:
          - name: keep-contact
            operation: upsert
            path: /contacts
            salesforce-object: Contact
            fields:
              - { salesforce: Name, external: name, type: string }
              - { salesforce: Salutation, external: title, type: string }

      """
    try expect(
      "{{#change-events}}{{#members}}{{#plain}}{{component}} {{/plain}}{{#compound}}{{name}}:"
        + "{{#parts}}{{component}} {{/parts}}{{/compound}}{{/members}}{{/change-events}}",
      "Name:Salutation ", in: contract)
  }

  @Test func joinsFiltersOnlyWhereEveryMessageHasOne() throws {
    let template = "{{#objects}}[{{#filter}}{{filter}}{{/filter}}]{{/objects}}"
    try expect(template, "[][Total__c > 100]")
    let other = Self.contract.replacing(
      "      filter: Total__c > 100\n      fields:\n        - { salesforce: key__c",
      with: "      filter: Total__c = 0\n      fields:\n        - { salesforce: key__c")
    try expect(template, "[][(Total__c > 100) OR (Total__c = 0)]", in: other)
    let none = Self.contract.replacing(
      "      filter: Total__c > 100\n      fields:\n        - { salesforce: key__c",
      with: "      fields:\n        - { salesforce: key__c")
    try expect(template, "[][]", in: none)
  }

  @Test func enrichesWhatIsRequiredOfTheRecordItself() throws {
    try expect("{{#objects}}{{#enriched-fields}}{{salesforce}} {{/enriched-fields}}{{/objects}}", "Key__c ")
  }

  @Test func tellsKeysOnce() throws {
    try expect(
      "{{#custom-key-fields}}{{object}}.{{salesforce}} {{/custom-key-fields}}", "Sales_Order__c.Key__c ")
    try expect(
      "{{#messages}}[{{#key-field}}{{external}} {{sample.url}}{{/key-field}}]{{/messages}}",
      "[key a%2Fb%20c][orderKey orderKey%20sample][]")
  }

  @Test func makesARecordOfTheMappedFieldsButTheKey() throws {
    try expect(
      "{{#messages}}{{#record-members}}{{name}}={{{json}}};{{/record-members}}{{/messages}}",
      #"Account__r={"Number__c":"C-1"};Total__c=12.50;"#)
    try expect(
      "{{#messages}}{{#mapped-fields}}{{salesforce}}>{{#parent-object}}{{parent-object}}{{/parent-object}} {{/mapped-fields}}{{/messages}}",
      "Key__c> Account__r.Number__c>Account__c Total__c> key__c> ")
  }

  @Test func tellsExternalObjectsApart() throws {
    try expect(
      "{{#entities}}{{name}}: {{#columns}}{{external}} {{/columns}}{{/entities}}",
      "SalesOrder: key customer total orderKey sales_order: name ")
    let names = try #require(
      try SampleProfile.render(
        "{{#entities}}{{external-object}} {{/entities}}\n", of: SampleProfile.head + Self.contract))
    #expect(Set(names.lowercased().split(separator: " ")).count == 3)
    try expect(
      "{{#external-columns}}{{external}}:{{is-written}} {{/external-columns}}",
      "key:true customer:true total:true orderKey:true name:false ")
  }
}
