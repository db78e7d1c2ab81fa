internal import CLibXML2
package import Diagnostics

/// Schemas of W3C XML Schema, ready to check documents.
package struct XMLValidator: ~Copyable {
  private let schemas: xmlSchemaPtr

  deinit { xmlSchemaFree(schemas) }

  /// Reads schemas, beginning with the first; the others are those that it imports or includes,
  /// each under the location by which it does. No schema is sought anywhere else.
  package static func read(
    _ schemas: [(location: String, file: SourceFile)], into bag: inout DiagnosticBag
  ) -> XMLValidator? {
    var found = DiagnosticBag()
    for (_, file) in schemas { checkReferences(in: file, to: Set(schemas.map(\.location)), into: &found) }
    guard !found.hasErrors else {
      bag.add(contentsOf: found)
      return nil
    }
    let files = Dictionary(schemas.map { ($0.location, $0.file) }) { first, _ in first }
    let findings = SchemaFindings(.xmlSchema, files: files, otherwise: schemas.first?.file)
    let handle = libxml2.readSchemas(schemas, reportingTo: findings)
    bag.add(contentsOf: findings.bag)
    guard let handle else {
      if !findings.bag.hasErrors { bag.add(Diagnostic(.xmlSchema, "There is no schema to read")) }
      return nil
    }
    return XMLValidator(schemas: handle)
  }

  /// Checks a document; everything that the schemas forbid goes to the bag.
  package func validate(_ document: borrowing XMLDocument, into bag: inout DiagnosticBag) -> Bool {
    let findings = SchemaFindings(.xmlInvalid, files: [:], otherwise: document.file)
    let isValid = document.withHandle { libxml2.validate($0, under: schemas, reportingTo: findings) }
    bag.add(contentsOf: findings.bag)
    return isValid
  }

  /// libxml2 would only warn of an import that it cannot find, and then miss what it declares.
  private static func checkReferences(
    in file: SourceFile, to known: Set<String>, into bag: inout DiagnosticBag
  ) {
    guard let root = XMLDocument.parse(file, into: &bag)?.root else { return }
    for reference in root.children where ["import", "include", "redefine"].contains(reference.name.local) {
      guard let location = reference.attribute("schemaLocation"), !known.contains(location) else { continue }
      bag.add(
        Diagnostic(
          .xmlSchema, "The schema '\(location)' is not among those given",
          at: file.location(ofLine: reference.line)))
    }
  }
}
