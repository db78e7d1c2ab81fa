internal import CLibXML2
import Diagnostics

/// The library, made ready once for the process.
let libxml2 = LibXML2()

/// The ways into libxml2 that need care.
struct LibXML2: Sendable {
  fileprivate init() { clx_initialize() }

  /// Parses the bytes; `nil` if they are no document, for reasons that the findings hold.
  func parse(_ bytes: [UInt8], reportingTo findings: ParserFindings) -> xmlDocPtr? {
    let context = Unmanaged.passUnretained(findings).toOpaque()
    return withExtendedLifetime(findings) {
      bytes.withUnsafeBufferPointer { bytes in
        clx_parse(bytes.baseAddress, bytes.count, context, report)
      }
    }
  }

  /// Reads schemas that refer to each other by their locations, beginning with the first.
  func readSchemas(
    _ schemas: [(location: String, file: SourceFile)], reportingTo findings: SchemaFindings
  ) -> xmlSchemaPtr? {
    var pool: [UInt8] = []
    let places = schemas.map { schema in
      let start = pool.count
      pool += Array(schema.location.utf8) + [0]
      let contents = pool.count
      pool += schema.file.contents
      return (start, contents, schema.file.contents.count)
    }
    let context = Unmanaged.passUnretained(findings).toOpaque()
    return withExtendedLifetime(findings) {
      pool.withUnsafeBytes { pool in
        guard let base = pool.baseAddress else { return nil }
        let sources = places.map { start, contents, count in
          clx_schema(
            location: (base + start).assumingMemoryBound(to: CChar.self),
            bytes: (base + contents).assumingMemoryBound(to: UInt8.self), count: count)
        }
        return clx_read_schemas(sources, sources.count, context, reportSchema)
      }
    }
  }

  /// Whether a document is valid under the schemas.
  func validate(_ document: xmlDocPtr, under schemas: xmlSchemaPtr, reportingTo findings: SchemaFindings)
    -> Bool
  {
    let context = Unmanaged.passUnretained(findings).toOpaque()
    return withExtendedLifetime(findings) { clx_validate(schemas, document, context, reportSchema) == 0 }
  }
}

/// Hands a finding about a schema, or under one, to the object that it was started with.
private func reportSchema(
  context: UnsafeMutableRawPointer?, level: CInt, location: UnsafePointer<CChar>?, line: CInt,
  message: UnsafePointer<CChar>?
) {
  guard let context else { return }
  let findings = Unmanaged<SchemaFindings>.fromOpaque(context).takeUnretainedValue()
  findings.add(
    level: level, location: location.map { String(cString: $0) }, line: Int(line),
    message: message.map { String(cString: $0) } ?? "no reason is given")
}

/// Hands a finding of the parser to the object that it was started with.
private func report(
  context: UnsafeMutableRawPointer?, level: CInt, offset: CLong, message: UnsafePointer<CChar>?
) {
  guard let context else { return }
  let findings = Unmanaged<ParserFindings>.fromOpaque(context).takeUnretainedValue()
  findings.add(level: level, offset: Int(offset), message: message.map { String(cString: $0) })
}
