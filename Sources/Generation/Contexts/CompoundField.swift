/// A field of a record that its change event carries as part of another one, such as the city of an address.
struct CompoundField {
  /// What the event calls the whole, such as `BillingAddress`.
  let name: String
  /// The type of the whole in the event's schema.
  let record: String
  /// What the event calls the field within the whole, such as `City`.
  let component: String

  /// `nil` for a field that the event carries by its own name.
  init?(of field: String, in object: String) {
    if field.hasSuffix("__s") {
      guard let (whole, component) = Self.parts(ofCustom: field) else { return nil }
      self.init(
        name: whole + "__c", record: Self.isPlace(component) ? "Location" : "Address", component: component)
    } else if Self.named.contains(object) || object == "Account", Self.nameParts.contains(field) {
      self.init(name: "Name", record: "PersonName", component: field)
    } else if let prefix = Self.prefixes.first(where: { field.hasPrefix($0) }),
      Self.addressParts.contains(String(field.dropFirst(prefix.count)))
    {
      self.init(name: prefix + "Address", record: "Address", component: String(field.dropFirst(prefix.count)))
    } else {
      return nil
    }
  }

  private init(name: String, record: String, component: String) {
    (self.name, self.record, self.component) = (name, record, component)
  }

  /// `Site__City__s` is the city of `Site__c`.
  private static func parts(ofCustom field: String) -> (whole: String, component: String)? {
    let stem = field.dropLast(3)
    guard let cut = addressParts.first(where: { stem.hasSuffix("__" + $0) }) else { return nil }
    return (String(stem.dropLast(cut.count + 2)), cut)
  }

  private static func isPlace(_ component: String) -> Bool {
    component == "Latitude" || component == "Longitude"
  }

  /// The objects whose name consists of parts; that of an account does where it is a person.
  private static let named: Set = ["Contact", "Lead", "User"]
  private static let nameParts: Set = [
    "Salutation", "FirstName", "MiddleName", "InformalName", "LastName", "Suffix",
  ]
  /// The addresses that standard objects have; the last one is that of an object with one address only.
  private static let prefixes = ["Billing", "Shipping", "Mailing", "Other", ""]
  private static let addressParts = [
    "Street", "City", "State", "PostalCode", "Country", "StateCode", "CountryCode", "Latitude", "Longitude",
    "GeocodeAccuracy",
  ]
}
