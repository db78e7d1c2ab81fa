package import Diagnostics
package import JSONSyntax

/// The pieces of a log of the Static Analysis Results Interchange Format, version 2.1.0, that all logs share.
package enum SARIF {
  /// A log of one run.
  ///
  /// - Parameters:
  ///   - version: that of the program.
  ///   - rules: the descriptors of the rules that results name.
  ///   - notifications: what has no place in a file, so that nothing is lost.
  ///   - isComplete: whether everything was read that was to be.
  package static func log(
    version: String, rules: [JSONValue], results: [JSONValue], notifications: [JSONValue],
    isComplete: Bool = true
  ) -> JSONValue {
    [
      "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": ["driver": ["name": "bascule", "version": .string(version), "rules": .array(rules)]],
          "columnKind": "unicodeCodePoints",
          "originalUriBaseIds": ["%SRCROOT%": ["description": ["text": "The root of the repository."]]],
          "results": .array(results),
          "invocations": [
            ["executionSuccessful": .bool(isComplete), "toolExecutionNotifications": .array(notifications)]
          ],
        ]
      ],
    ]
  }

  /// A place in a file; a relative path starts at the root of the repository.
  package static func location(_ place: SourceLocation) -> JSONValue {
    let (start, end) = (place.range.start, place.range.end)
    var region: [JSONMember] = [
      JSONMember("startLine", .integer(start.line)), JSONMember("startColumn", .integer(start.column)),
    ]
    if end > start {
      region += [JSONMember("endLine", .integer(end.line)), JSONMember("endColumn", .integer(end.column))]
    }
    return [
      "physicalLocation": ["artifactLocation": file(place.file.name), "region": .object(region)]
    ]
  }

  private static func file(_ path: String) -> JSONValue {
    guard !path.hasPrefix("/") else { return ["uri": .string("file://" + uri(path))] }
    return [
      "uri": .string(uri(path.hasPrefix("./") ? String(path.dropFirst(2)) : path)), "uriBaseId": "%SRCROOT%",
    ]
  }

  /// A path as a relative reference.
  package static func uri(_ path: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    let hex = Array("0123456789ABCDEF".unicodeScalars)
    var text = String.UnicodeScalarView()
    for byte in path.utf8 {
      if plain.contains(byte) {
        text.append(Unicode.Scalar(byte))
      } else {
        text.append("%")
        text.append(hex[Int(byte >> 4)])
        text.append(hex[Int(byte & 15)])
      }
    }
    return String(text)
  }
}
