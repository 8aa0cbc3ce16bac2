import CustomDump
import Foundation
import Testing

/// The invariants of ARCHITECTURE.md that a look at the sources can check.
@Suite struct ArchitectureTests {
  let files: [SourceFile]

  init() throws {
    files = try SourceFile.all()
    try #require(files.count > 100)
  }

  /// The map of ARCHITECTURE.md: for each module those of ours that it imports.
  private func map() throws -> [String: Set<String>] {
    let page = SourceFile.repository.appendingPathComponent("ARCHITECTURE.md")
    let rows = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("| `") }
      .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
    let modules = Set(files.map(\.module))
    var map: [String: Set<String>] = [:]
    for row in rows {
      guard let name = row[0].split(separator: "`").first.map(String.init), modules.contains(name)
      else { continue }
      let words = row[2].split { !$0.isLetter && !$0.isNumber }.map(String.init)
      map[name] = words == ["all"] ? modules : Set(words).intersection(modules)
    }
    return map
  }

  @Test func theMapIsWhatTheCodeImports() throws {
    let map = try map()
    let modules = Set(files.map(\.module))
    expectNoDifference(Set(map.keys), modules)
    for module in modules where module != "ridgeline" {
      let imported = files.filter { $0.module == module }.reduce(into: Set<String>()) {
        $0.formUnion($1.imports)
      }
      expectNoDifference(map[module], imported.intersection(modules), "\(module)")
    }
  }

  @Test(arguments: [
    ("ArgumentParser", ["ridgeline"]), ("Logging", ["ridgeline"]),
    ("TOMLKit", ["TerminalUI", "ridgeline"]), ("CTerminal", ["CursesBackend"]),
    ("CKernels", ["NeuralEngine"]),
  ])
  func aDependencyStaysWhereItBelongs(dependency: String, modules: [String]) {
    let importing = files.filter { $0.imports.contains(dependency) }
    #expect(!importing.isEmpty)
    expectNoDifference(
      importing.filter { !modules.contains($0.module) }.map(\.path), [], "\(dependency)")
  }

  @Test func theEngineKnowsNoFoundation() {
    let imports = files.filter { $0.module == "NeuralEngine" }.flatMap(\.imports)
    #expect(!imports.contains("Foundation"))
  }

  @Test func onlyCTerminalKnowsCurses() {
    let headers = ["curses.h", "ncurses.h", "term.h", "panel.h"]
    let including = files.filter { file in
      file.code.contains { line in
        line.contains("#include") && headers.contains { line.contains($0) }
          || line.contains("import ncurses")
      }
    }
    expectNoDifference(Set(including.map(\.module)), ["CTerminal"])
    expectNoDifference(including.filter { $0.path.contains("/include/") }.map(\.path), [])
  }

  @Test func onlyTheProgramPrintsExitsAndReadsItsSurroundings() {
    let calls = [
      #"\b(print|debugPrint|exit|_exit|abort|quick_exit)\("#, #"\bCommandLine\b"#,
      #"\bProcessInfo\b"#, #"\bgetenv\("#, #"\bFileHandle\.standard"#, #"\bSTD(OUT|ERR)_FILENO\b"#,
    ]
    for file in files where file.path.hasSuffix(".swift") && file.module != "ridgeline" {
      for line in file.code where !line.contains("isatty(") {
        let found = calls.contains { line.range(of: $0, options: .regularExpression) != nil }
        let isCase = line.contains("case exit(") || line.contains(".exit(")
        #expect(!found || isCase, "\(file.path): \(line)")
      }
    }
  }

  @Test func nothingIsForced() {
    let forced = #"\btry!|\bas!|\w!($|[ .,)\]])|[)\]]!"#
    for file in files where file.path.hasSuffix(".swift") {
      for line in file.code where !line.contains("\"") {
        #expect(
          line.range(of: forced, options: .regularExpression) == nil, "\(file.path): \(line)")
      }
    }
  }

  @Test func filesAreShort() {
    expectNoDifference(files.filter { $0.lines.count > 251 }.map(\.path), [])
  }

  @Test func aDifferenceFailsATest() {
    withKnownIssue { expectNoDifference(1, 2) }
  }

  @Test func nothingIsLeftToBeDone() {
    let marks = ["TODO", "FIXME", "XXX", "not implemented"]
    for file in files {
      for line in file.lines {
        #expect(!marks.contains { line.contains($0) }, "\(file.path): \(line)")
      }
    }
  }
}
