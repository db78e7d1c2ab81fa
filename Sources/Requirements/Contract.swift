/// What crosses the border between the two systems; generation needs it, a decision does not.
package struct Contract: Sendable, Hashable {
  package let endpoint: Endpoint?
  /// The API name of the platform event, ending in `__e`.
  package let event: String?
  package let messages: [Message]
  /// Those that take part besides the system of the endpoint.
  package let systems: [System]

  package init(endpoint: Endpoint?, event: String?, messages: [Message], systems: [System] = []) {
    self.endpoint = endpoint
    self.event = event
    self.messages = messages
    self.systems = systems
  }

  /// A further system, and where it answers.
  package struct System: Sendable, Hashable {
    package let name: String
    package let baseURL: String

    package init(name: String, baseURL: String) {
      self.name = name
      self.baseURL = baseURL
    }
  }

  /// Where the other system answers.
  package struct Endpoint: Sendable, Hashable {
    package let baseURL: String?
    /// A developer name.
    package let namedCredential: String?

    package init(baseURL: String?, namedCredential: String?) {
      self.baseURL = baseURL
      self.namedCredential = namedCredential
    }
  }

  /// One object or operation that crosses.
  package struct Message: Sendable, Hashable {
    package let name: String
    package let operation: Operation
    /// The method by which HTTP says the operation.
    package let method: String
    package let path: String?
    package let salesforceObject: String?
    package let externalEntity: String?
    /// The field of the Salesforce object whose value makes writes repeatable.
    package let externalID: String?
    /// Which records matter, in the words of the event bus.
    package let filter: String?
    package let description: String?
    package let fields: [Field]
    package let response: [Field]
    package let examples: [Example]
    /// The further system that answers it; `nil` for the one of the endpoint.
    package let system: String?
    /// The message whose effect it takes back.
    package let undoes: String?

    package init(
      name: String, operation: Operation, path: String?, salesforceObject: String?, externalEntity: String?,
      externalID: String?, filter: String? = nil, description: String?, fields: [Field], response: [Field],
      examples: [Example], system: String? = nil, undoes: String? = nil, protocol word: String? = nil
    ) {
      self.name = name
      self.operation = operation
      method = operation.method(over: word)
      self.path = path
      self.salesforceObject = salesforceObject
      self.externalEntity = externalEntity
      self.externalID = externalID
      self.filter = filter
      self.description = description
      self.fields = fields
      self.response = response
      self.examples = examples
      self.system = system
      self.undoes = undoes
    }
  }

  /// What is done to the entity on the other side.
  package enum Operation: String, Sendable, Hashable, CaseIterable {
    case create, update, upsert, delete, read, notify
  }

  /// One field of a message, by its name on either side.
  package struct Field: Sendable, Hashable {
    /// An API name, or a path of relationship names that ends in one.
    package let salesforce: String?
    package let external: String
    package let type: FieldType
    package let required: Bool
    /// In characters.
    package let maxLength: Int?
    /// Digits in all, and digits behind the decimal point.
    package let precision: Int?
    package let scale: Int?
    /// The words of an enumeration.
    package let values: [String]
    package let isPersonal: Bool
    package let master: Master?
    package let defaultValue: ContractValue?
    package let description: String?
    /// The fields of an object, or of the objects of a list.
    package let fields: [Field]
    /// The type of a list's elements, where they are no objects.
    package let elements: FieldType?

    package init(
      salesforce: String?, external: String, type: FieldType, required: Bool, maxLength: Int?,
      precision: Int?,
      scale: Int?, values: [String], isPersonal: Bool, master: Master?, defaultValue: ContractValue?,
      description: String?, fields: [Field], elements: FieldType?
    ) {
      self.salesforce = salesforce
      self.external = external
      self.type = type
      self.required = required
      self.maxLength = maxLength
      self.precision = precision
      self.scale = scale
      self.values = values
      self.isPersonal = isPersonal
      self.master = master
      self.defaultValue = defaultValue
      self.description = description
      self.fields = fields
      self.elements = elements
    }
  }

  /// The type of a field.
  package enum FieldType: String, Sendable, Hashable, CaseIterable {
    case string, integer, decimal, boolean, date, datetime, email, url, id
    case enumeration = "enum"
    case object, list
  }

  /// Which side holds the truth of a field.
  package enum Master: String, Sendable, Hashable, CaseIterable {
    case salesforce, external
  }

  /// A request and its response as they cross, for specifications and tests.
  package struct Example: Sendable, Hashable {
    package let request: ContractValue?
    package let response: ContractValue?

    package init(request: ContractValue?, response: ContractValue?) {
      self.request = request
      self.response = response
    }
  }
}

/// A value of an example or a default, as JSON knows it.
package indirect enum ContractValue: Sendable, Hashable {
  case null
  case boolean(Bool)
  /// The digits as they were written, so that no decimal is rounded.
  case number(String)
  case string(String)
  case list([ContractValue])
  case object([Member])

  /// A name and its value.
  package struct Member: Sendable, Hashable {
    package let name: String
    package let value: ContractValue

    package init(name: String, value: ContractValue) {
      self.name = name
      self.value = value
    }
  }
}
