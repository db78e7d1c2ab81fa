import TestSupport
import Testing

@Suite struct FloorTests {
  /// The floors of docs/architecture.md, from the ground up; a module may import what lies on a lower one.
  private static let floors: [[String]] = [
    ["Diagnostics", "Packing"],
    ["Hashing", "JSONSyntax", "Templating", "XMLSyntax", "YAMLSyntax"],
    ["DocumentSchema", "Reporting"],
    ["Requirements"],
    ["CatalogModel"],
    ["DecisionEngine"],
    ["DesignModel"],
    ["Analysis", "Generation", "Review"],
    ["EmbeddedKnowledge", "Workspace"],
    ["CommandLineTool", "CompileKnowledge"],
    ["bascule"],
  ]

  /// The modules that may import what is not ours.
  private static let doors: [String: Set<String>] = [
    "ArgumentParser": ["CommandLineTool"],
    "CLibCrypto": ["Hashing"],
    "CLibXML2": ["XMLSyntax"],
    "CLibYAML": ["YAMLSyntax"],
    "CSystem": ["Workspace"],
    "Dispatch": ["CommandLineTool"],
    "Glibc": ["CommandLineTool", "CompileKnowledge", "Workspace"],
    "Synchronization": ["CommandLineTool", "Templating"],
  ]

  /// What comes with the toolchain, and is declared nowhere.
  private static let toolchain: Set<String> = ["Dispatch", "Glibc", "Synchronization"]

  private func floor(of module: String) -> Int? {
    Self.floors.firstIndex { $0.contains(module) }
  }

  @Test func everyModuleHasItsFloor() throws {
    for module in Set(try SwiftSource.all().map(\.module)).sorted() {
      #expect(floor(of: module) != nil, "\(module) is not in the drawing")
    }
  }

  @Test func noImportRunsUpwardOrSideways() throws {
    for source in try SwiftSource.all() {
      for (module, line) in source.imports {
        guard let own = floor(of: source.module), let other = floor(of: module) else { continue }
        #expect(other < own, "\(source.path):\(line): \(source.module) must not import \(module)")
      }
    }
  }

  @Test func everyImportIsDeclaredInThePackage() throws {
    let declared = try PackageManifest.read().dependencies
    for source in try SwiftSource.all() {
      for (module, line) in source.imports where !Self.toolchain.contains(module) {
        let isDeclared = declared[source.module]?.contains(module) == true
        #expect(isDeclared, "\(source.path):\(line): Package.swift does not put \(module) below")
      }
    }
  }

  @Test func thePackageDeclaresOnlyWhatIsImported() throws {
    let sources = Dictionary(grouping: try SwiftSource.all(), by: \.module)
    for (module, dependencies) in try PackageManifest.read().dependencies {
      guard let files = sources[module] else { continue }
      let imported = Set(files.flatMap { $0.imports.map(\.module) })
      #expect(dependencies.subtracting(imported).sorted() == [], "\(module) imports none of these")
    }
  }

  @Test func foreignLibrariesComeThroughTheirDoors() throws {
    for source in try SwiftSource.all() {
      for (module, line) in source.imports where floor(of: module) == nil {
        let isDoor = Self.doors[module]?.contains(source.module) == true
        #expect(isDoor, "\(source.path):\(line): \(source.module) is no door for \(module)")
      }
    }
  }

  @Test func everyDoorIsUsed() throws {
    let used = Set(
      try SwiftSource.all().flatMap { source in source.imports.map { "\(source.module) \($0.module)" } })
    for (library, modules) in Self.doors {
      for module in modules { #expect(used.contains("\(module) \(library)")) }
    }
  }
}
