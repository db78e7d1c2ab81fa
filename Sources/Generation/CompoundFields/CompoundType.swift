/// A type of field of a change event that carries several fields of the record.
package struct CompoundType: Sendable, Hashable {
  /// What the event's schema calls it, such as `Address`.
  let name: String
  /// What the event calls the fields within one.
  let parts: [String]
  let fields: [CompoundPattern]
  /// The objects that have it; every object where empty.
  let objects: [String]

  package init(name: String, parts: [String], fields: [CompoundPattern], objects: [String]) {
    self.name = name
    self.parts = parts
    self.fields = fields
    self.objects = objects
  }

  /// Whether an object has fields of the type.
  func exists(in object: String) -> Bool {
    objects.isEmpty || objects.contains { $0.lowercased() == object.lowercased() }
  }

  /// Where the event carries a field of the record; `nil` where it is no part of such a field.
  func place(of field: String) -> CompoundField? {
    for pattern in fields {
      guard let place = pattern.place(of: field, parts) else { continue }
      return CompoundField(name: place.whole, type: name, component: place.part)
    }
    return nil
  }
}
