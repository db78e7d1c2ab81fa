/// HTML, which differs from XML in what an escape of a control character may be: none at all.
enum HTMLEscapes {
  static func text(_ point: EscapePoint) -> String? {
    switch point.scalar {
    case "'": "&#39;"
    case "\n", "\t": nil
    case "\r": "&#13;"
    default: point.scalar.isControl ? Unicode.Scalar.replacement : XMLEscapes.text(point)
    }
  }
}
