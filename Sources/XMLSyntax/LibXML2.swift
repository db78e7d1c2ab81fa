internal import CLibXML2
import Diagnostics

/// The library, made ready once for the process.
let libxml2 = LibXML2()

/// The ways into libxml2 that need care.
struct LibXML2: Sendable {
  fileprivate init() { clx_initialize() }

  /// Parses the bytes; `nil` if they are no document, for reasons that the findings hold. A document without its nodes
  /// has no root.
  func parse(_ bytes: [UInt8], keepingNodes keeps: Bool, reportingTo findings: ParserFindings) -> xmlDocPtr? {
    let context = Unmanaged.passUnretained(findings).toOpaque()
    return withExtendedLifetime(findings) {
      bytes.withUnsafeBufferPointer { bytes in
        clx_parse(bytes.baseAddress, bytes.count, keeps, context, report)
      }
    }
  }
}

/// Hands a finding of the parser to the object that it was started with.
private func report(
  context: UnsafeMutableRawPointer?, level: CInt, offset: CLong, message: UnsafePointer<CChar>?
) {
  guard let context else { return }
  let findings = Unmanaged<ParserFindings>.fromOpaque(context).takeUnretainedValue()
  findings.add(level: level, offset: Int(offset), message: message.map { String(cString: $0) })
}
