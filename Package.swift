// swift-tools-version: 6.2

import PackageDescription

/// Language settings of every target.
let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module of the house; `below` names the modules that it may import (docs/architecture.md).
func module(_ name: String, below: [Target.Dependency] = [], plugins: [Target.PluginUsage] = []) -> Target {
  .target(name: name, dependencies: below, swiftSettings: settings, plugins: plugins)
}

/// The tests of one module, in the folder that mirrors it.
func tests(of name: String, with more: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name), "TestSupport"] + more, swiftSettings: settings)
}

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "bascule",
  products: [.executable(name: "bascule", targets: ["bascule"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    // Doors to C.
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "CSystem"),

    // Ground.
    module("Diagnostics"),
    module("Packing"),

    // Formats.
    module("Hashing", below: ["CLibCrypto"]),
    module("JSONSyntax", below: ["Diagnostics"]),
    module("YAMLSyntax", below: ["Diagnostics", "Packing", "CLibYAML"]),
    module("XMLSyntax", below: ["Diagnostics", "CLibXML2"]),
    module("Templating", below: ["Diagnostics", "Packing"]),
    module("DocumentSchema", below: ["Diagnostics", "JSONSyntax", "YAMLSyntax"]),
    module("Reporting", below: ["Diagnostics", "JSONSyntax"]),

    // Domain.
    module("Requirements", below: ["Diagnostics", "JSONSyntax", "YAMLSyntax", "DocumentSchema", "Packing"]),
    module(
      "CatalogModel",
      below: [
        "Diagnostics", "Hashing", "JSONSyntax", "YAMLSyntax", "DocumentSchema", "Packing", "Requirements",
      ]),
    module("DecisionEngine", below: ["Packing", "Requirements", "CatalogModel"]),
    module(
      "DesignModel",
      below: [
        "Diagnostics", "JSONSyntax", "YAMLSyntax", "DocumentSchema", "Requirements", "CatalogModel",
        "DecisionEngine",
      ]),

    // Features.
    module(
      "Analysis",
      below: [
        "Diagnostics", "JSONSyntax", "YAMLSyntax", "DocumentSchema", "Reporting", "Requirements",
        "CatalogModel", "DecisionEngine",
      ]),
    module(
      "Generation",
      below: [
        "Diagnostics", "Hashing", "JSONSyntax", "YAMLSyntax", "XMLSyntax", "Templating", "Packing",
        "DocumentSchema", "Requirements", "CatalogModel", "DecisionEngine", "DesignModel",
      ]),
    module(
      "Review",
      below: [
        "Diagnostics", "Hashing", "JSONSyntax", "YAMLSyntax", "XMLSyntax", "DocumentSchema", "Reporting",
        "Requirements", "CatalogModel", "DecisionEngine", "DesignModel",
      ]),

    // Data.
    .executableTarget(
      name: "CompileKnowledge",
      dependencies: [
        "Diagnostics", "YAMLSyntax", "Packing", "Reporting", "CatalogModel", "DecisionEngine", "Analysis",
        "Generation", "Workspace",
      ],
      swiftSettings: settings),
    .plugin(name: "EmbedKnowledge", capability: .buildTool(), dependencies: ["CompileKnowledge"]),
    module(
      "EmbeddedKnowledge",
      below: ["Diagnostics", "YAMLSyntax", "Packing", "Requirements", "CatalogModel", "Generation"],
      plugins: ["EmbedKnowledge"]),

    // Edge.
    module("Workspace", below: ["Diagnostics", "Hashing", "JSONSyntax", "Generation", "CSystem"]),
    module(
      "CommandLineTool",
      below: [
        "Diagnostics", "Hashing", "JSONSyntax", "YAMLSyntax", "DocumentSchema", "Reporting", "Requirements",
        "CatalogModel", "DecisionEngine", "DesignModel", "Analysis", "Generation", "Review",
        "EmbeddedKnowledge", "Workspace", argumentParser,
      ]),

    // What is measured, and the yardsticks beside it.
    .executableTarget(name: "Empty", path: "Benchmarks/Empty", swiftSettings: settings),
    .executableTarget(
      name: "ArgumentsOnly", dependencies: [argumentParser], path: "Benchmarks/ArgumentsOnly",
      swiftSettings: settings),
    .executableTarget(
      name: "BasculeArguments", dependencies: ["CommandLineTool", argumentParser],
      path: "Benchmarks/BasculeArguments", swiftSettings: settings),
    .executableTarget(
      name: "DecisionBenchmark",
      dependencies: ["JSONSyntax", "Requirements", "CatalogModel", "DecisionEngine", "EmbeddedKnowledge"],
      path: "Benchmarks/DecisionBenchmark", swiftSettings: settings, linkerSettings: [.linkedLibrary("m")]),

    // What tests share.
    .target(
      name: "TestSupport",
      dependencies: [
        "Diagnostics", "YAMLSyntax", "DocumentSchema", "Requirements", "CatalogModel", "DecisionEngine",
      ],
      path: "Tests/TestSupport",
      swiftSettings: settings),
    .testTarget(
      name: "ShippedCatalogTests",
      dependencies: [
        "Diagnostics", "JSONSyntax", "Reporting", "Requirements", "CatalogModel", "DecisionEngine",
        "Analysis", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ShippedTemplatesTests",
      dependencies: [
        "Diagnostics", "Reporting", "Requirements", "CatalogModel", "DecisionEngine", "DesignModel",
        "Generation", "YAMLSyntax", "TestSupport",
      ],
      swiftSettings: settings),

    // Roof.
    .executableTarget(name: "bascule", dependencies: ["CommandLineTool"], swiftSettings: settings),

    .testTarget(
      name: "ArchitectureTests",
      dependencies: [
        "Diagnostics", "YAMLSyntax", "Templating", "Packing", "Requirements", "CatalogModel",
        "DecisionEngine", "Analysis", "Generation", "EmbeddedKnowledge", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CommandLineToolTests",
      dependencies: ["bascule", "Diagnostics", "JSONSyntax", "YAMLSyntax", "XMLSyntax", "TestSupport"],
      swiftSettings: settings),
    tests(of: "Reporting", with: ["Diagnostics", "JSONSyntax"]),
    tests(
      of: "Analysis",
      with: [
        "Diagnostics", "JSONSyntax", "YAMLSyntax", "Reporting", "Requirements", "CatalogModel",
        "DecisionEngine",
      ]),
    tests(
      of: "Review",
      with: [
        "Diagnostics", "Hashing", "JSONSyntax", "YAMLSyntax", "DocumentSchema", "Reporting", "Requirements",
        "CatalogModel", "DecisionEngine", "DesignModel",
      ]),
    tests(of: "Diagnostics"),
    tests(of: "Requirements", with: ["Diagnostics", "YAMLSyntax"]),
    tests(
      of: "DecisionEngine", with: ["Diagnostics", "Requirements", "CatalogModel"]),
    tests(of: "JSONSyntax", with: ["Diagnostics"]),
    tests(of: "Hashing"),
    tests(of: "Packing"),
    tests(of: "Workspace", with: ["Diagnostics", "Hashing", "Generation"]),
    tests(
      of: "DesignModel",
      with: [
        "Diagnostics", "DocumentSchema", "Requirements", "CatalogModel", "DecisionEngine", "YAMLSyntax",
      ]),
    tests(
      of: "Generation",
      with: [
        "Diagnostics", "Hashing", "JSONSyntax", "YAMLSyntax", "XMLSyntax", "Templating", "Reporting",
        "Requirements", "CatalogModel", "DecisionEngine", "DesignModel",
      ]),
    tests(of: "Templating", with: ["Diagnostics", "JSONSyntax", "YAMLSyntax"]),
    tests(of: "XMLSyntax", with: ["Diagnostics", "Templating"]),
    tests(of: "YAMLSyntax", with: ["Diagnostics"]),
    tests(of: "DocumentSchema", with: ["Diagnostics", "JSONSyntax", "YAMLSyntax"]),
    tests(of: "CatalogModel", with: ["Diagnostics", "Requirements", "YAMLSyntax"]),
  ]
)

// The fuzzer needs a sanitizer that most builds are better off without.
if Context.environment["FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "FormatFuzzer",
      dependencies: ["Diagnostics", "JSONSyntax", "YAMLSyntax", "DocumentSchema", "Requirements"],
      path: "Tests/FormatFuzzer", swiftSettings: settings + [.unsafeFlags(["-sanitize=fuzzer"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]))
}
