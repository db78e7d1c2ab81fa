import Diagnostics
import Generation
import JSONSyntax
import Workspace

/// The plans of a run in a file, to be looked at before they are applied.
struct SavedPlan {
  private let plans: [JSONValue]

  private static let key = "saved-plan"
  private static let format = 1
  /// Half a kilobyte for each file, of as many designs as anybody has.
  private static let largest = 1 << 28

  init(_ plans: [JSONValue]) { self.plans = plans }

  /// Writes the plans, over nothing but another saved plan.
  ///
  /// - Throws: `ExitStatus` after the reason was shown.
  func save(to path: String, _ console: Console) throws {
    guard Self.mayReplace(path) else {
      console.fail("\(quoted(path)) exists and is no saved plan, so it is not replaced; name another file")
      throw ExitStatus.invalidInput
    }
    let document: JSONValue = .object([
      JSONMember(Self.key, .integer(Self.format)), JSONMember("plans", .array(plans)),
    ])
    do throws(TargetFailure) {
      try OutputFile.write(Array((document.rendered() + "\n").utf8), to: path)
    } catch {
      console.fail(error.description)
      throw error.status
    }
  }

  /// Whether no file of somebody's is lost when a plan is written to a path.
  private static func mayReplace(_ path: String) -> Bool {
    do throws(LoadFailure) {
      let file = try SourceFile.load(path, limit: largest)
      var bag = DiagnosticBag()
      return file.contents.isEmpty || JSONValue.parse(file, into: &bag)?[key] != nil
    } catch {
      switch error {
      case .notFound, .notAPlainFile, .isFolder, .notAFolder: return true
      case .tooLarge, .tooDeep, .unreadable, .notStaged: return false
      }
    }
  }

  /// Reads saved plans.
  ///
  /// - Throws: `ExitStatus` after the reason was shown.
  static func load(_ path: String, _ console: Console) throws -> SavedPlan {
    let file: SourceFile
    do throws(LoadFailure) { file = try SourceFile.load(path, limit: largest) } catch {
      console.fail(error.description)
      throw error.status
    }
    var bag = DiagnosticBag()
    let document = JSONValue.parse(file, into: &bag)
    console.show(bag)
    if case .integer(let newer)? = document?[key], newer > format {
      console.fail(
        "\(quoted(path)) is a saved plan of format \(newer); this program reads format \(format): make it anew with --plan-out"
      )
      throw ExitStatus.invalidInput
    }
    guard let document, document[key] == .integer(format), case .array(let plans)? = document["plans"] else {
      console.fail("\(quoted(path)) is no saved plan; --plan-out makes one")
      throw ExitStatus.invalidInput
    }
    return SavedPlan(plans)
  }

  /// What differs between the saved plan of a folder and the one that holds now; empty where nothing does.
  func differences(from plan: JSONValue, of folder: String) -> [String] {
    guard let saved = plans.first(where: { $0["folder"] == plan["folder"] }) else {
      let folders = plans.compactMap { plan in
        if case .string(let folder)? = plan["folder"] { quoted(folder) } else { nil }
      }
      let others = folders.prefix(3).joined(separator: ", ") + (folders.count > 3 ? ", …" : "")
      return ["it has no plan for \(quoted(folder))\(others.isEmpty ? "" : " but for \(others)")"]
    }
    if saved == plan { return [] }
    if let difference = Self.difference(from: saved["holds"], to: plan["holds"]) {
      return [quoted(folder) + difference]
    }
    let (old, new) = (Self.actions(of: saved), Self.actions(of: plan))
    let paths = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    guard !paths.isEmpty else { return ["what is generated into \(quoted(folder)) has changed"] }
    return paths.map { "\(quoted(FolderPath.join(folder, $0))) has changed" }
  }

  /// What became of the design that a folder held when the plan was saved; `nil` where it still holds it.
  private static func difference(from saved: JSONValue?, to now: JSONValue?) -> String? {
    switch (saved, now) {
    case _ where saved == now: nil
    case (.null?, _): " holds a design since then"
    case (_, .null?): " holds no design any more"
    default: " holds another design"
    }
  }

  private static func actions(of plan: JSONValue) -> [String: JSONValue] {
    guard case .array(let actions)? = plan["actions"] else { return [:] }
    var byPath: [String: JSONValue] = [:]
    for action in actions {
      if case .string(let path)? = action["path"] { byPath[path] = action }
    }
    return byPath
  }
}
