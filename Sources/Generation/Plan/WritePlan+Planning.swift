extension WritePlan {
  /// The paths about which a plan has to know what lies there: everything generated and everything
  /// that was written before.
  package static func paths(of files: [GeneratedFile], and manifest: Manifest?) -> Set<RelativePath> {
    let known = Set(files.map(\.path)).union((manifest?.entries ?? []).map(\.path))
    return known.union(RemovalLists(besides: known).flatMap(\.paths))
  }

  /// Decides what is done to every file of a profile's design; the order of `files` does not matter.
  ///
  /// `existing` tells what lies at each path of `paths(of:and:)`, at each folder on the way there, and
  /// beside them under a name that differs only in case.
  package static func plan(
    files: [GeneratedFile], of profile: String? = nil, formats: FormatFacts = FormatFacts(),
    manifest: Manifest?, existing: [RelativePath: ExistingEntry], choices: PlanChoices = PlanChoices(),
    support: PlanSupport = PlanSupport()
  ) -> WritePlan {
    let holder = Holder(files, manifest, for: profile, renamedFrom: choices.formerProfile)
    guard !holder.isOther else {
      let manifest = manifest ?? Manifest()
      return WritePlan(actions: [], holder: holder, manifest: manifest, previous: manifest)
    }
    let records = RecordNumbering(files: files, manifest: manifest, existing: existing, support: support)
    return WritePlanner(
      records: records, manifest: manifest, existing: existing, choices: choices, support: support,
      formats: formats
    ).plan(for: profile, holder)
  }
}
