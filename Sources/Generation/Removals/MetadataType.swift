/// A type of Salesforce metadata, and how a file in source format tells which of its components it holds.
package struct MetadataType: Sendable, Hashable {
  /// What the type is called in a manifest of the Salesforce CLI.
  let name: String
  /// The end of the path of a file, without the suffix of descriptions; the last part is empty where everything in a
  /// folder is one component.
  let path: [String]
  /// The elements that are a component each; `nil` where the file is one.
  let elements: String?
  /// The type whose components take those of this one along when they are removed.
  let whole: String?
  /// The object on which components of another one are defined, by the other one.
  let definedOn: [String: String]

  package init(
    name: String, path: [String], elements: String? = nil, whole: String? = nil,
    definedOn: [String: String] = [:]
  ) {
    self.name = name
    self.path = path
    self.elements = elements
    self.whole = whole
    self.definedOn = definedOn
  }

  /// - Parameter path: its parts with `/` between them.
  package init(
    name: String, path: String, elements: String? = nil, whole: String? = nil,
    definedOn: [String: String] = [:]
  ) {
    self.init(
      name: name, path: path.split(separator: "/", omittingEmptySubsequences: false).map(String.init),
      elements: elements, whole: whole, definedOn: definedOn)
  }

  /// Whether a path is that of a file which holds components of the type.
  func matches(_ path: RelativePath) -> Bool { names(in: path) != nil }

  /// The components of the type that a file holds.
  func components(in path: RelativePath, _ contents: [UInt8]) -> [MetadataComponent] {
    guard let names = names(in: path) else { return [] }
    guard let elements else { return [component(names)] }
    guard let outline = XMLOutline(contents), let root = outline.root else { return [] }
    return root.children(elements).compactMap { $0.children("fullName").first.map(outline.words) }.map {
      component(names + [$0])
    }
  }

  private func component(_ names: [String]) -> MetadataComponent {
    MetadataComponent(type: name, member: names.joined(separator: "."))
  }
}

extension MetadataType {
  private static let placeholders = ["NAME", "OBJECT"]
  private static let descriptionSuffix = "-meta.xml"

  /// The parts of the component's name, in their order; `nil` where the path is none of the type.
  private func names(in path: RelativePath) -> [String]? {
    var parts = path.components
    if self.path.last?.isEmpty == true { return names(inFolder: parts) }
    guard let file = parts.popLast() else { return nil }
    let isDescription = file.hasSuffix(Self.descriptionSuffix)
    parts.append(isDescription ? String(file.dropLast(Self.descriptionSuffix.count)) : file)
    return names(in: parts.suffix(self.path.count))
  }

  private func names(inFolder parts: [String]) -> [String]? {
    let folder = Array(path.dropLast())
    guard parts.count > folder.count else { return nil }
    return (0..<(parts.count - folder.count)).lazy.compactMap { start in
      names(in: parts[start..<(start + folder.count)], as: folder)
    }.first
  }

  private func names(in parts: ArraySlice<String>, as pattern: [String]? = nil) -> [String]? {
    let pattern = pattern ?? path
    guard parts.count == pattern.count else { return nil }
    var names: [String] = []
    var known: [String: String] = [:]
    for (part, pattern) in zip(parts, pattern) {
      guard let word = Self.placeholders.first(where: { pattern == $0 || pattern.hasPrefix($0 + ".") }) else {
        guard part == pattern else { return nil }
        continue
      }
      let suffix = pattern.dropFirst(word.count)
      guard part.hasSuffix(suffix), part.count > suffix.count else { return nil }
      let name = String(part.dropLast(suffix.count))
      guard known[word, default: name] == name else { return nil }
      if known.updateValue(name, forKey: word) == nil { names.append(name) }
    }
    return names
  }
}
