package import Diagnostics
import YAMLSyntax

extension DiagnosticID {
  package static let clearText: DiagnosticID = "contract/clear-text"
}

/// The addresses that calls go to.
extension ContractCheck {
  /// Reports ports that are none, and calls that everybody on the way can read.
  func checkAddresses(of contract: YAMLView, into bag: inout DiagnosticBag) {
    let parts = [contract["endpoint"]].compactMap { $0 } + Self.items(contract["systems"])
    for node in parts.compactMap({ $0["base-url"] }) where Self.mayBeAmiss(node) {
      guard let text = node.text, let authority = text.split(separator: "/").dropFirst().first else {
        continue
      }
      let pieces = authority.split(separator: ":")
      checkPort(pieces.dropFirst().first, node, into: &bag)
      guard text.hasPrefix("http:"), let host = pieces.first, Self.isReachedOverNetworks(host) else {
        continue
      }
      let address = "https:" + text.dropFirst("http:".count)
      bag.add(
        Diagnostic(
          .clearText, "calls to '\(text)' are not encrypted, and what they carry can be read on its way",
          severity: .warning, at: node.location,
          fixes: [.init(pieces.count > 1 ? "write https, and the port that serves it" : "write \(address)")]))
    }
  }

  /// A port has sixteen bits.
  private func checkPort(_ port: Substring?, _ node: YAMLView, into bag: inout DiagnosticBag) {
    guard let number = port.flatMap({ Int($0) }), !(1...65_535).contains(number) else { return }
    report(.unfitValue, "there is no port \(number)", node, fix: "write a port from 1 to 65535", into: &bag)
  }

  /// Most addresses begin with https and have one colon, that of the scheme.
  private static func mayBeAmiss(_ address: YAMLView) -> Bool {
    address.withText { text in text.count { $0 == UInt8(ascii: ":") } > 1 || text.starts(with: "http:".utf8) }
      == true
  }

  /// A host without a dot, such as localhost or a name inside a cluster, is none of a network that others share.
  private static func isReachedOverNetworks(_ host: Substring) -> Bool {
    host.contains(".") && !host.hasPrefix("127.")
  }
}
