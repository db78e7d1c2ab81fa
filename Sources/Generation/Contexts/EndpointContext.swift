import DesignModel
import Requirements
import Templating

/// Where the other system answers, as templates see it.
struct EndpointContext {
  private let endpoint: Contract.Endpoint
  private let credential: String
  private let names: NameMaker

  init(_ endpoint: Contract.Endpoint, designID: String, _ names: NameMaker) {
    self.endpoint = endpoint
    self.names = names
    let fallback = names.name(.developerName, stem: Spelling(designID).developerName)
    credential = endpoint.namedCredential ?? fallback
  }

  var value: TemplateValue {
    var members: TemplateObject = [
      "named-credential": .string(credential), "external-credential": name("_External"),
      "principal": name("_Principal"), "permission-set": name("_Access"),
      "version": .string(URLParts.version(in: endpoint.baseURL ?? "")),
      "label": .string(credential.split(separator: "_").joined(separator: " ")),
    ]
    members.merge(endpoint.baseURL.map { URLParts($0).members } ?? URLParts.none)
    return .object(members)
  }

  private func name(_ suffix: String) -> TemplateValue {
    .string(names.name(.developerName, stem: credential, suffix: suffix))
  }
}

/// The parts of an absolute URL.
struct URLParts {
  let url: String
  let scheme: String
  let host: String
  let port: String
  /// Begins with a slash, and ends with one only where it is nothing else.
  let path: String

  init(_ text: String) {
    var url = Substring(text.prefix { $0 != "?" && $0 != "#" })
    while url.last == "/" { url = url.dropLast() }
    self.url = String(url)
    scheme = url.contains("://") ? String(url.prefix { $0 != ":" }).lowercased() : "https"
    let rest = url.contains("://") ? url.drop { $0 != ":" }.dropFirst(3) : url
    let authority = rest.prefix { $0 != "/" }
    let address = authority.split(separator: "@").last ?? ""
    let portText = address.split(separator: ":").dropFirst().last.map(String.init)
    host = portText.map { String(address.dropLast($0.count + 1)) } ?? String(address)
    port = portText ?? (scheme == "http" ? "80" : "443")
    let path = rest.dropFirst(authority.count)
    self.path = path.isEmpty ? "/" : String(path)
  }

  /// The version of the API that a segment such as `v2` or `v1.4` names, in three parts.
  static func version(in url: String) -> String {
    let segments = url.split(separator: "/").map(String.init)
    let numbers = segments.lazy.compactMap { segment -> [Int]? in
      guard segment.first == "v" || segment.first == "V" else { return nil }
      let parts = segment.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
      let numbers = parts.compactMap { $0.count < 5 && $0.first != "+" ? Int($0) : nil }
      return numbers.count == parts.count && numbers.allSatisfy { $0 >= 0 } && numbers.count < 4
        ? numbers : nil
    }
    let parts = ((numbers.first ?? [1]) + [0, 0]).prefix(3)
    return parts.map(String.init).joined(separator: ".")
  }

  var members: TemplateObject {
    [
      "base-url": .string(url), "scheme": .string(scheme), "host": .string(host), "port": .string(port),
      "base-path": .string(path),
    ]
  }

  /// The members where no URL is stated.
  static let none: TemplateObject = [
    "base-url": nil, "scheme": nil, "host": nil, "port": nil, "base-path": nil,
  ]
}
