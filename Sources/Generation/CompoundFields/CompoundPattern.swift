/// What a record calls the parts of a field of its change event.
package struct CompoundPattern: Sendable, Hashable {
  /// Any name, in what the event calls the field and in what the record calls its parts.
  private static let name = "NAME"
  private static let part = "PART"

  /// What the event calls the field, such as `BillingAddress` or `NAME__c`.
  let whole: String
  /// What the record calls its parts, such as `BillingPART` or `NAME__PART__s`.
  let parts: String
  /// What stands around the name of a part, after any name.
  private let start: Substring
  private let end: Substring

  package init(whole: String, parts: String) {
    self.whole = whole
    self.parts = parts
    let place = parts.firstRange(of: Self.part) ?? parts.endIndex..<parts.endIndex
    let start = parts[..<place.lowerBound]
    self.start = start.hasPrefix(Self.name) ? start.dropFirst(Self.name.count) : start
    end = parts[place.upperBound...]
  }

  /// Whether a name stands in both or in neither.
  var isComplete: Bool { whole.hasPrefix(Self.name) == parts.hasPrefix(Self.name) }

  /// What the event calls the whole and the part, whatever the case in which the record's field is written; `nil`
  /// where the field is none of the parts.
  func place(of field: String, _ known: [String]) -> (whole: String, part: String)? {
    guard let beforeEnd = field[...].without(end) else { return nil }
    for part in known {
      guard let name = beforeEnd.without(part)?.without(start) else { continue }
      guard parts.hasPrefix(Self.name) else {
        if name.isEmpty { return (whole, part) } else { continue }
      }
      if !name.isEmpty { return (String(name) + String(whole.dropFirst(Self.name.count)), part) }
    }
    return nil
  }
}

extension Substring {
  /// The text before an ending, whatever the case of that; `nil` where it ends otherwise.
  fileprivate func without(_ ending: some StringProtocol) -> Substring? {
    let (own, count) = (utf8, ending.utf8.count)
    guard own.count >= count else { return nil }
    let start = own.index(own.endIndex, offsetBy: -count)
    return zip(own[start...], ending.utf8).allSatisfy { $0.smallLetter == $1.smallLetter }
      ? self[..<start] : nil
  }
}

extension UInt8 {
  /// The small letter of a capital, and anything else as it is.
  fileprivate var smallLetter: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
  }
}
