/// Where a change event carries a field of the record that is part of another one, such as the city of an address.
struct CompoundField {
  /// What the event calls the whole, such as `BillingAddress`.
  let name: String
  /// The type of the whole in the event's schema.
  let type: String
  /// What the event calls the field within the whole, such as `City`.
  let component: String
}
