import Hashing

/// What has to be removed from an organisation, because deleting a file does not do that: a pair of lists
/// as the Salesforce CLI wants it, beside the list of what is deployed.
struct RemovalLists {
  private let places: [RemovalList]

  /// The lists that belong to the projects which any of the paths are part of.
  init(besides paths: some Sequence<RelativePath>) {
    let manifests = paths.filter {
      $0.description.hasSuffix("manifest/package.xml") && $0.parent?.name == "manifest"
    }
    places = Set(manifests).sorted().compactMap(RemovalList.init)
  }
}

extension RemovalLists: Sequence {
  func makeIterator() -> IndexingIterator<[RemovalList]> { places.makeIterator() }
}

/// The pair of lists of one project.
struct RemovalList {
  /// Where the project says what it deploys.
  private let deployed: RelativePath
  private let removals: RelativePath
  private let package: RelativePath
  private let project: String

  init?(_ deployed: RelativePath) {
    guard let folder = deployed.parent else { return nil }
    self.deployed = deployed
    let own = "\(folder)/destructive/"
    removals = RelativePath(unchecked: own + "destructiveChanges.xml")
    package = RelativePath(unchecked: own + "package.xml")
    project = folder.parent.map { "\($0)/" } ?? ""
  }

  var paths: [RelativePath] { [package, removals] }

  /// What happens to the lists after everything else was decided.
  ///
  /// - Parameter vanished: what is no longer generated and was deleted by hand, with its contents where they are known.
  func plan(
    after actions: [WritePlan.Action], _ remaining: [RelativePath], files: [GeneratedFile],
    vanished: [(path: RelativePath, contents: [UInt8])], _ existing: [RelativePath: ExistingEntry],
    _ formats: FormatFacts
  ) -> [WritePlan.Action] {
    let metadata = formats.metadata
    let gone =
      actions.flatMap { components(goneBy: $0, existing, metadata) }
      + vanished.filter { isWithin($0.path) }.flatMap { metadata.components(in: $0.path, $0.contents) }
    if gone.isEmpty, existing[removals] == nil { return [] }
    let present = Set(components(after: actions, remaining, files, metadata).map(\.caseless))
    let removed = Set(gone).filter { !present.contains($0.caseless) }
    let old: MetadataList
    switch existing[removals] {
    case nil: old = MetadataList()
    case .file(let contents, _):
      guard let list = MetadataList(contents) else { return removed.isEmpty ? [] : [conflict(existing)] }
      old = list
    case .unreadFile, .folder, .symbolicLink, .special: return removed.isEmpty ? [] : [conflict(existing)]
    }
    let all = old.components.union(removed).filter { !present.contains($0.caseless) }
    let whole = all.filter { component in metadata.whole(of: component).map { !all.contains($0) } ?? true }
    guard whole != old.components else { return [] }
    return write(MetadataList(components: whole), old, existing, formats.lists)
      + writePackage(files, existing, isNeeded: !whole.isEmpty)
  }

  private func isWithin(_ path: RelativePath) -> Bool { path.description.hasPrefix(project) }

  /// The components that were where an action takes something away.
  private func components(
    goneBy action: WritePlan.Action, _ existing: [RelativePath: ExistingEntry], _ metadata: MetadataTypes
  ) -> [MetadataComponent] {
    let path: RelativePath
    switch action.verb {
    case .delete, .update, .merge: path = action.path
    case .move(_, let former, _): path = former
    case .create, .keep, .unchanged, .conflict: return []
    }
    guard isWithin(path), case .file(let before, _)? = existing[path] else { return [] }
    let components = metadata.components(in: path, before)
    guard !components.isEmpty, path == action.path, let after = action.verb.written?.contents else {
      return components
    }
    return Array(Set(components).subtracting(metadata.components(in: path, after)))
  }

  /// The components that are still there afterwards, or would be but for the team.
  private func components(
    after actions: [WritePlan.Action], _ remaining: [RelativePath], _ files: [GeneratedFile],
    _ metadata: MetadataTypes
  ) -> Set<MetadataComponent> {
    var contents: [RelativePath: [UInt8]] = [:]
    for path in remaining { contents[path] = [] }
    for file in files { contents[file.path] = file.contents }
    for action in actions where contents[action.path] != nil {
      if let written = action.verb.written {
        contents[action.path] = written.contents
      } else if case .file(let found, _)? = action.found {
        contents[action.path] = found
      }
    }
    return Set(contents.filter { isWithin($0.key) }.flatMap { metadata.components(in: $0.key, $0.value) })
  }

  private func conflict(_ existing: [RelativePath: ExistingEntry]) -> WritePlan.Action {
    WritePlan.Action(removals, .conflict, .notAMetadataList, .merged, found: existing[removals])
  }

  private func write(
    _ list: MetadataList, _ old: MetadataList, _ existing: [RelativePath: ExistingEntry],
    _ lists: DocumentLists
  ) -> [WritePlan.Action] {
    let text = list.rendered()
    guard case .file(let contents, let isExecutable)? = existing[removals] else {
      return [action(removals, .create(file(removals, text)), existing)]
    }
    let digest = Digest(of: contents)
    let was = MetadataList(components: old.components).rendered()
    if list.components.isEmpty, contents == was { return [action(removals, .delete(digest), existing)] }
    // What the team wrote around the list stays.
    let merged = ListMerge.settingLists(of: LineMerge(base: was, ours: contents, theirs: text), lists)?.ours
    let written = file(removals, contents == was ? text : merged ?? text).with(isExecutable: isExecutable)
    return [action(removals, .update(written, replacing: digest), existing)]
  }

  /// The CLI asks for a list of what is deployed at the same time, which is nothing.
  private func writePackage(
    _ files: [GeneratedFile], _ existing: [RelativePath: ExistingEntry], isNeeded: Bool
  ) -> [WritePlan.Action] {
    let text = MetadataList(version: version(files, existing)).rendered()
    switch existing[package] {
    case nil: return isNeeded ? [action(package, .create(file(package, text)), existing)] : []
    case .file(text, _) where !isNeeded:
      return [action(package, .delete(Digest(of: text)), existing)]
    case .file, .unreadFile, .folder, .symbolicLink, .special: return []
    }
  }

  private func version(
    _ files: [GeneratedFile], _ existing: [RelativePath: ExistingEntry]
  ) -> String? {
    if let file = files.first(where: { $0.path == deployed }) { return MetadataList(file.contents)?.version }
    guard case .file(let contents, _)? = existing[deployed] else { return nil }
    return MetadataList(contents)?.version
  }

  private func file(_ path: RelativePath, _ text: [UInt8]) -> GeneratedFile {
    GeneratedFile(
      path: path, contents: text, kind: "removals", template: Digest(of: []), ownership: .merged,
      format: FileFormat(.xml))
  }

  private func action(
    _ path: RelativePath, _ verb: WritePlan.Verb, _ existing: [RelativePath: ExistingEntry]
  ) -> WritePlan.Action {
    WritePlan.Action(path, verb, .namesRemovals, .merged, found: existing[path])
  }
}
