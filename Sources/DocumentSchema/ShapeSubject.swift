import Diagnostics
import YAMLSyntax

/// What a finding is about, so that its message stands alone.
indirect enum ShapeSubject {
  case document
  case value(of: YAMLNode)
  case item(of: ShapeSubject)

  /// At the beginning of a sentence.
  var words: String {
    switch self {
    case .document: "The document"
    case .value(let key): key.excerpt
    case .item(.document): "An item of the document"
    case .item(let list): "An item of \(list.inner)"
    }
  }

  private var inner: String {
    switch self {
    case .document: "the document"
    case .value(let key): key.excerpt
    case .item(let list): "a list in \(list.inner)"
    }
  }

  /// Where to point when there is nothing to point at.
  var place: SourceLocation? {
    switch self {
    case .document, .item: nil
    case .value(let key): key.location
    }
  }
}
