/// The source of a Swift string literal that holds exactly the bytes of a text.
func swiftLiteral(_ text: String) -> String {
  var literal = "\""
  literal.reserveCapacity(text.utf8.count * 2)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": literal += "\\\""
    case "\\": literal += "\\\\"
    case " "..."~": literal.unicodeScalars.append(scalar)
    default: literal += "\\u{" + String(scalar.value, radix: 16) + "}"
    }
  }
  return literal + "\""
}
