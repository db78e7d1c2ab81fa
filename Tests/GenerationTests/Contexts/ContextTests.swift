import Testing

@Suite struct ContextTests {
  @Test(arguments: [
    (
      "{{id}} {{pascal}} {{snake}} {{#owner}}{{owner}}{{/owner}}{{^owner}}nobody{{/owner}}",
      "won-deal WonDeal won_deal nobody"
    ),
    ("{{pattern.title}} {{pattern.is.send}} {{topology.id}}", "Send and forget true middle"),
    (
      "{{#technologies}}{{number}}. {{title}} ({{role-title}}): {{because}} {{/technologies}}",
      "1. The bus (Publish): The bus makes it known. 2. The mule (Mediate): It is there. "
    ),
    ("{{uses.bus}} {{uses.owl}} {{obliges.care}} {{obliges.rest}}", "true false true false"),
    ("{{#practices}}{{title}}: {{because}}{{/practices}}", "Care: Things break."),
    (
      "{{#reasons}}{{effect}} {{points}} {{#rests-on}}{{value}}{{/rests-on}}{{/reasons}}",
      "prefer 10 latency.human-waits"
    ),
    ("{{#citations}}[{{number}}] {{title}} {{/citations}}", "[1] The Book [2] The Tale "),
    (
      "{{#reasons}}{{#source}}[{{number}}]{{#section}} {{section}}{{/section}}{{^last}}; {{/last}}{{/source}}{{/reasons}}",
      "[1] Chapter One; [2]"
    ),
    ("{{#warnings}}{{message}}{{/warnings}}", "Look after it."),
    ("{{#options}}{{id}} {{score}} {{eligible}} {{chosen}}{{/options}}", "send 10 true true"),
  ])
  func tellsWhatWasDecided(template: String, text: String) throws {
    #expect(try SampleProfile.render(template + "\n") == text + "\n")
  }

  @Test(arguments: [
    ("{{profile.security.auth.value}} {{profile.security.auth.is.saml}}", "basic false"),
    (
      "{{profile.latency.human-waits}} {{profile.latency.within.text}} {{profile.latency.within.milliseconds}}",
      "false 1m 60000"
    ),
    (
      "{{#profile.security.compliance.values}}{{value}}{{/profile.security.compliance.values}} {{profile.security.compliance.has.gdpr}}",
      "pii false"
    ),
    ("{{profile.volume.payload.bytes}} {{profile.volume.events-per-hour-peak.count}}", "4096 4000"),
    (
      "{{#answers}}{{#first}}{{requirement}}={{value}} {{derived}}{{/first}}{{/answers}}",
      "latency.human-waits=false false"
    ),
    ("{{sizing.in-flight}} {{sizing.at-once}} {{sizing.per-minute}}", "9 18 67"),
    ("{{sizing.timeout-milliseconds}}", "16000"),
    (
      "{{sizing.page-records}} {{^sizing.run-calls}}no records are stated{{/sizing.run-calls}}",
      "10000 no records are stated"
    ),
    ("{{remote.name}} {{remote.kebab}}", "SAP S/4HANA sap-s-4-hana"),
  ])
  func tellsWhatWasAsked(template: String, text: String) throws {
    #expect(try SampleProfile.render(template + "\n") == text + "\n")
  }

  @Test(arguments: [
    (
      "{{endpoint.scheme}} {{endpoint.host}} {{endpoint.port}} {{endpoint.base-path}}",
      "https erp.example.com 8443 /api/v1"
    ),
    (
      "{{endpoint.named-credential}} {{endpoint.external-credential}} {{endpoint.label}}",
      "ERP_API ERP_API_External ERP API"
    ),
    (
      "{{event.api-name}} {{event.developer-name}} {{event.plural-label}}",
      "Order_Requested__e Order_Requested Order Requested"
    ),
    (
      "{{#paths}}{{path}}:{{#messages}}{{name}}{{/messages}} {{/paths}}",
      "/orders/{orderKey}:create-order /orders:read-order "
    ),
    ("{{#entities}}{{name}},{{/entities}}", "Order,read-order,"),
    (
      "{{#written-custom-fields}}{{object}}.{{salesforce}}{{/written-custom-fields}}",
      "Opportunity.ERP_Order_Id__c"
    ),
    ("{{#diagram.participants}}{{label}}|{{/diagram.participants}}", "Salesforce|The mule|SAP S/4HANA|"),
    ("{{generator.name}} {{generator.version}} {{workspace.api-version}}", "bascule 1.2.3 67.0"),
  ])
  func tellsWhatCrossesTheBorder(template: String, text: String) throws {
    #expect(try SampleProfile.render(template + "\n") == text + "\n")
  }

  @Test(arguments: [
    (
      "{{method}} {{operation.is.create}} {{has-body}} {{label}} {{entity-pascal}}",
      "POST true true Create order Order"
    ),
    (
      "{{#path-parameters}}{{external}} {{type.value}} {{required}}{{/path-parameters}}",
      "orderKey string true"
    ),
    ("{{#required-fields}}{{external}}{{/required-fields}}", "opportunityId"),
    (
      "{{#query-parameters}}{{external}} {{/query-parameters}}", "opportunityId class amount closeDate state "
    ),
    ("{{#selected}}{{path}} {{/selected}}", "Account.Key__c Amount CloseDate "),
    (
      "{{#child-queries}}{{relationship}}: {{#selected}}{{path}}{{/selected}}{{/child-queries}}",
      "Lines__r: Qty__c"
    ),
    ("{{confirmed-by.salesforce}} {{confirmed-by.is-external-id}}", "ERP_Order_Id__c true"),
    ("{{#request-types}}{{apex-class}}{{/request-types}}", "LinesItem"),
    (
      "{{#examples}}{{#request.pairs}}{{name}}={{json}} {{/request.pairs}}{{/examples}}",
      "opportunityId=\"006000000000001AAA\" amount=12.50 closeDate=\"2026-12-24\" "
    ),
  ])
  func tellsOfAMessage(template: String, text: String) throws {
    let section = "{{#messages}}{{#first}}\(template){{/first}}{{/messages}}\n"
    #expect(try SampleProfile.render(section) == text + "\n")
  }

  @Test(arguments: [
    (
      "opportunityId", "{{api-name}} {{label}} {{apex}} {{sample.text}}",
      "Opportunity_Id__c Opportunity id opportunityId 006000000000001AAA"
    ),
    (
      "class", "{{apex}} {{is-relationship}} {{#segments}}{{name}},{{/segments}} {{sample.text}}",
      "classValue true Account,Key__c, class"
    ),
    (
      "amount", "{{#maximum}}{{sample.json}} {{maximum}} {{default}} {{is-text}}{{/maximum}}",
      "12.50 999.99 0.50 false"
    ),
    (
      "closeDate", "{{#pii}}{{sample.day}}.{{sample.month}}.{{sample.year}} {{type.is.date}}{{/pii}}",
      "24.12.2026 true"
    ),
    ("state", "{{#values}}{{value}}{{^last}}, {{/last}}{{/values}} {{sample.json}}", "NEW, OLD \"NEW\""),
    (
      "lines",
      "{{type.is.list}} {{#of}}x{{/of}} {{sample.json}} {{#fields}}{{external}}{{/fields}} {{is-long}}",
      "true  [{\"quantity\":42}] quantity true"
    ),
  ])
  func tellsOfAField(external: String, template: String, text: String) throws {
    let profile = SampleProfile.head + SampleProfile.contract
    let rendered = try SampleProfile.render(
      "{{#messages}}{{#fields}}{{external}}: \(template)\n{{/fields}}{{/messages}}\n", of: profile)
    let lines = rendered?.split(separator: "\n").map(String.init) ?? []
    #expect(lines.contains("\(external): \(text)"), "\(lines)")
  }
}
