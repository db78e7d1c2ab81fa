extension WritePlan {
  /// The paths about which a plan has to know what lies there: everything generated and everything
  /// that was written before, each once, in order.
  package static func paths(of files: [GeneratedFile], and manifest: Manifest?) -> [RelativePath] {
    let known = files.map(\.path) + (manifest?.entries ?? []).map(\.path)
    return Set(known + RemovalLists(besides: known).flatMap(\.paths)).sorted()
  }

  /// Decides what is done to every file; the order of `files` does not matter.
  ///
  /// `existing` tells what lies at each path of `paths(of:and:)`, at each folder on the way there, and
  /// beside them under a name that differs only in case.
  package static func plan(
    files: [GeneratedFile], manifest: Manifest?, existing: [RelativePath: ExistingEntry],
    choices: PlanChoices = PlanChoices(), support: PlanSupport = PlanSupport()
  ) -> WritePlan {
    let records = RecordNumbering(files: files, manifest: manifest, existing: existing, support: support)
    return WritePlanner(
      records: records, manifest: manifest, existing: existing, choices: choices, support: support
    ).plan()
  }
}
