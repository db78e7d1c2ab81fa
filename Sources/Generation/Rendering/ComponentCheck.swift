package import Diagnostics
package import Requirements
import YAMLSyntax

/// Finds components that several designs give one name and different contents: one org holds each once.
package enum ComponentCheck {
  /// What is generated for one profile.
  package struct Generated: Sendable {
    let profile: Profile
    let files: [GeneratedFile]

    package init(profile: Profile, files: [GeneratedFile]) {
      self.profile = profile
      self.files = files
    }
  }

  /// Reports components that differ, at what they are named after in the later profile.
  ///
  /// What is seeded belongs to the team, who may have made it fit already.
  package static func check(_ designs: [Generated], into bag: inout DiagnosticBag) {
    guard designs.count > 1 else { return }
    var first: [String: (design: Generated, file: GeneratedFile)] = [:]
    for design in designs {
      var reported: Set<String> = []
      for file in design.files where file.ownership != .seeded && isComponent(file.path) {
        let key = file.path.collisionKey
        guard let other = first[key] else {
          first[key] = (design, file)
          continue
        }
        guard other.file.contents != file.contents else { continue }
        let subject = Subject(of: file.path, in: design.profile)
        guard reported.insert(subject.word + "\0" + other.design.profile.id).inserted else { continue }
        bag.add(clash(file, design, other.design, subject))
      }
    }
  }

  /// Whether a file is deployed under its own name, and not part of the project around it.
  private static func isComponent(_ path: RelativePath) -> Bool {
    path.description.contains("/main/default/")
  }

  private static func clash(
    _ file: GeneratedFile, _ design: Generated, _ other: Generated, _ subject: Subject
  ) -> Diagnostic {
    let name = file.path.description.split(separator: "/").last.map(String.init) ?? file.path.description
    let otherPlace = Subject(of: file.path, in: other.profile).place
    return Diagnostic(
      .generationSharedComponent,
      "'\(other.profile.id)' and '\(design.profile.id)' give '\(name)' different contents, and one org holds it once",
      at: subject.place ?? design.profile.file.location(ofBytes: 0..<0),
      secondary: otherPlace.map { [.init($0, "also here")] } ?? [],
      notes: ["it is made by '\(file.kind)'", "give one of them another name, or the same contents"])
  }
}

extension ComponentCheck {
  /// What of a contract a component is named after.
  private struct Subject {
    let word: String
    let place: SourceLocation?

    /// The longest name of the contract that the path holds; the profile's id where it holds none.
    init(of path: RelativePath, in profile: Profile) {
      let text = path.description.split(separator: "/").suffix(4).joined(separator: "/").lowercased()
      let named = Self.names(of: profile).filter { text.contains($0.word) }
      let best = named.max { ($0.word.utf8.count, $1.word) < ($1.word.utf8.count, $0.word) }
      word = best?.word ?? profile.id
      place = best?.place ?? profile.idPlace
    }

    private static func names(of profile: Profile) -> [(word: String, place: SourceLocation)] {
      guard let contract = profile.document?.root["contract"] else { return [] }
      var nodes: [(YAMLNode?, (String) -> String)] = [
        (contract["event"], { $0 }), (contract["endpoint"]?["named-credential"], { $0 }),
      ]
      if let messages = contract["messages"] {
        for message in messages.elements { nodes.append((message["name"], { Spelling($0).pascal })) }
      }
      return nodes.compactMap { node, spell in
        node.flatMap { node in node.text.map { (spell($0).lowercased(), node.location) } }
      }
    }
  }
}
