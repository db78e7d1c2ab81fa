import Diagnostics
import Generation

/// A small set of templates; a test changes what it is about.
enum SampleTemplates {
  static let files: [String: String] = [
    "compound-fields.yaml": """
    Address:
      parts: [City, PostalCode, Latitude, Longitude]
      fields: { BillingAddress: BillingPART, ShippingAddress: ShippingPART, NAME__c: NAME__PART__s }
      source: https://example.com/addresses
    Location:
      parts: [Latitude, Longitude]
      fields: { NAME__c: NAME__PART__s }
      source: https://example.com/places
    PersonName:
      parts: [FirstName, Salutation]
      fields: { Name: PART }
      objects: [Account, Contact]
      source: https://example.com/names
    """,
    "lists.yaml": """
    PermissionSet:
      items: { classAccesses: { told-apart-by: [apexClass] } }
      source: https://example.com/permissions
    Labels:
      items:
        group: { told-apart-by: [name], items: { label: {} } }
      source: [https://example.com/labels, https://example.com/groups]
    project/build/plugins:
      items: { plugin: { told-apart-by: [groupId, artifactId] } }
      source: https://example.com/projects
    """,
    "languages/apex.yaml": "id: apex\nreserved-words: [class, list]\n",
    "names.yaml": """
    job: { of: message, stem: "{{message.pascal}}", suffix: Job, rules: apex-class }
    page: { of: design, stem: "{{kebab}}", rules: file }
    """,
    "page/kind.yaml": """
    id: page
    title: A page
    files:
      - { path: "docs/{{names.page}}.md", template: page.md.mustache, language: markdown, ownership: merged }
    """,
    "page/page.md.mustache": "# {{title}}\n\n{{#messages}}\n* {{name}}\n{{/messages}}\n",
    "job/kind.yaml": """
    id: job
    title: A job
    when:
      - technologies: [bus]
        practices: [care]
        contract: [messages]
    for-each: message
    needs: [contract.messages.path]
    source: book#one
    files:
      - { path: "classes/{{names.job}}.cls", template: job.cls.mustache, language: apex, ownership: managed }
      - { path: "classes/{{names.job}}.cls-meta.xml", template: meta, language: xml, ownership: managed }
    """,
    "job/job.cls.mustache": "class {{names.job}} { String path = '{{message.path}}'; }\n",
    "partials/meta.mustache": "<ApexClass><label>{{title}}</label></ApexClass>\n",
  ]

  /// The files with some added or put in place of others; an empty text takes a file away.
  static func with(_ changes: [String: String] = [:]) -> [TemplateFile] {
    files.merging(changes) { _, new in new }.filter { !$0.value.isEmpty }.map { path, text in
      TemplateFile(path: path, contents: .text(SourceFile(name: "templates/" + path, text: text)))
    }
  }
}
