// swift-tools-version: 6.2

import PackageDescription

/// The settings of every Swift target: Swift 6 language mode, warnings as errors, explicit imports.
let swiftSettings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// The settings of every C target.
///
/// Kernels are optimised in debug builds too: the tests train real networks.
let cSettings: [CSetting] = [
  .unsafeFlags(["-O3", "-Wall", "-Wextra", "-Werror", "-fno-math-errno"])
]

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let customDump: Target.Dependency = .product(name: "CustomDump", package: "swift-custom-dump")
/// Without it a difference that CustomDump finds would be printed and fail no test.
let issueReporting: Target.Dependency = .product(
  name: "IssueReportingTestSupport", package: "xctest-dynamic-overlay")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let toml: Target.Dependency = .product(name: "TOMLKit", package: "TOMLKit")

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

/// A test target.
///
/// `excluding` names the folders beside the tests that hold data, read by path.
func tests(_ name: String, _ dependencies: [Target.Dependency], excluding: [String] = []) -> Target
{
  .testTarget(
    name: name, dependencies: dependencies + [customDump, issueReporting, "SeededRandom"],
    exclude: excluding, swiftSettings: swiftSettings)
}

let package = Package(
  name: "ridgeline",
  products: [.executable(name: "ridgeline", targets: ["ridgeline"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/pointfreeco/swift-custom-dump", from: "1.7.0"),
    .package(url: "https://github.com/pointfreeco/xctest-dynamic-overlay", from: "1.13.0"),
  ],
  targets: [
    .target(name: "CKernels", cSettings: cSettings, linkerSettings: [.linkedLibrary("m")]),
    .target(
      name: "CTerminal", cSettings: cSettings, linkerSettings: [.linkedLibrary("ncursesw")]),

    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),

    library("NeuralEngine", ["CKernels"]),
    library("Datasets", ["CZlib"]),
    library("Shift", ["Datasets"]),
    library("Runs", ["Datasets", "Shift"]),
    library("Experiments", ["NeuralEngine", "Datasets", "Shift", "Runs"]),
    library("Diagnosis", ["Experiments", "NeuralEngine", "Datasets", "Shift", "Runs"]),
    library("Formats", ["NeuralEngine", "Datasets"]),
    library("TerminalUI", [toml]),
    library("CursesBackend", ["TerminalUI", "CTerminal"]),
    library("Dashboard", ["TerminalUI", "Datasets", "Runs", "Shift"]),
    .executableTarget(
      name: "ridgeline",
      dependencies: [
        "NeuralEngine", "Datasets", "Shift", "Runs", "Experiments", "Diagnosis", "Formats",
        "TerminalUI", "CursesBackend", "Dashboard", argumentParser, logging, toml,
      ],
      swiftSettings: swiftSettings),

    // What tests on a real terminal need: the terminal, and a program to run on it.
    .target(
      name: "PseudoTerminal", path: "Tests/PseudoTerminal", swiftSettings: swiftSettings),
    .executableTarget(
      name: "terminal-probe", dependencies: ["CursesBackend", "TerminalUI"],
      path: "Tests/TerminalProbe", swiftSettings: swiftSettings),

    // A program with a malloc that counts: it must not be that of the tests themselves.
    .target(name: "AllocationCounter", path: "Tests/AllocationCounter", cSettings: cSettings),
    .executableTarget(
      name: "allocation-probe", dependencies: ["AllocationCounter", "NeuralEngine"],
      path: "Tests/AllocationProbe", swiftSettings: swiftSettings),

    // A program that reads a file and measures itself, for `Benchmarks/reading`.
    .executableTarget(
      name: "reading-probe", dependencies: ["Datasets"], path: "Benchmarks/ReadingProbe",
      swiftSettings: swiftSettings),

    // The same for `Benchmarks/drift`.
    .executableTarget(
      name: "drift-probe", dependencies: ["Datasets", "Shift"], path: "Benchmarks/DriftProbe",
      swiftSettings: swiftSettings),

    // A program that compares samples which it is given, for `Benchmarks/calibration`.
    .executableTarget(
      name: "calibration-probe", dependencies: ["Datasets", "Experiments", "Shift"],
      path: "Benchmarks/CalibrationProbe", swiftSettings: swiftSettings),

    .target(
      name: "SeededRandom", path: "Tests/SeededRandom", swiftSettings: swiftSettings),
    tests("ArchitectureTests", []),
    tests("NeuralEngineTests", ["NeuralEngine", "CKernels"], excluding: ["Fixtures"]),
    tests("DatasetsTests", ["Datasets"], excluding: ["Fixtures"]),
    tests("ShiftTests", ["Shift", "Datasets"], excluding: ["Fixtures"]),
    tests("RunsTests", ["Runs"]),
    tests(
      "ExperimentsTests", ["Experiments", "NeuralEngine", "Datasets", "Shift", "Runs"],
      excluding: ["Fixtures"]),
    tests("DiagnosisTests", ["Diagnosis", "Datasets", "Runs", "Shift"]),
    tests(
      "FormatsTests", ["Formats", "NeuralEngine", "Datasets"], excluding: ["Fixtures"]),
    .target(
      name: "GoldenScreens", dependencies: ["TerminalUI"], path: "Tests/GoldenScreens",
      swiftSettings: swiftSettings),
    tests(
      "TerminalUITests", ["TerminalUI", "GoldenScreens"],
      excluding: ["Plots/Snapshots", "Widgets/Snapshots"]),
    tests(
      "CursesBackendTests", ["CursesBackend", "TerminalUI", "PseudoTerminal", "terminal-probe"]),
    tests(
      "DashboardTests", ["Dashboard", "TerminalUI", "GoldenScreens", "Datasets", "Runs", "Shift"],
      excluding: ["Snapshots"]),
    tests(
      "RidgelineTests",
      [
        "ridgeline", "Diagnosis", "Dashboard", "Datasets", "Runs", "Shift", "TerminalUI",
        "PseudoTerminal",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
