import Testing

@testable import ridgeline

@Suite struct PlacesTests {
  private let folder: TemporaryFolder
  private var places: SystemPlaces

  init() throws {
    folder = try TemporaryFolder()
    places = SystemPlaces(variables: [:], home: folder.path + "/home", executable: nil)
  }

  private func found(option: String? = nil) -> String? {
    DataFolders(option: option, places: places).path(of: "themes/t.toml")
      .map { String($0.dropFirst(folder.path.count + 1)) }
  }

  @Test func theOptionIsFirst() throws {
    try folder.write("option/themes/t.toml")
    try folder.write("variable/themes/t.toml")
    var machine = self
    machine.places.variables["RIDGELINE_DATA"] = folder.path + "/variable"
    #expect(machine.found(option: folder.path + "/option") == "option/themes/t.toml")
  }

  @Test func theOptionHasToNameAFolder() throws {
    let file = try folder.write("file")
    for path in [folder.path + "/none", file] {
      let failure = try #require(throws: Failure.self) {
        try DataFolders(checking: path, places: places)
      }
      #expect(failure.description == "\(path): --data-dir names no folder; check the path")
    }
    #expect(try DataFolders(checking: folder.path, places: places).folders[0].path == folder.path)
    #expect(try DataFolders(checking: nil, places: places).folders[0].path == nil)
  }

  @Test func theVariableComesBeforeTheConfiguration() throws {
    try folder.write("variable/themes/t.toml")
    try folder.write("home/.config/ridgeline/themes/t.toml")
    var machine = self
    machine.places.variables["RIDGELINE_DATA"] = folder.path + "/variable"
    #expect(machine.found() == "variable/themes/t.toml")
  }

  @Test func theConfigurationComesBeforeTheInstallation() throws {
    try folder.write("home/.config/ridgeline/themes/t.toml")
    try folder.write("prefix/share/ridgeline/themes/t.toml")
    var machine = self
    machine.places.executable = folder.path + "/prefix/bin/ridgeline"
    #expect(machine.found() == "home/.config/ridgeline/themes/t.toml")
  }

  @Test func theInstallationComesBeforeTheRepository() throws {
    try folder.write("Package.swift")
    try folder.write("sample-data/README.md")
    try folder.write("themes/t.toml")
    try folder.write("prefix/share/ridgeline/themes/t.toml")
    var machine = self
    machine.places.executable = folder.path + "/prefix/bin/ridgeline"
    #expect(machine.found() == "prefix/share/ridgeline/themes/t.toml")
  }

  @Test func theRepositoryIsAboveTheExecutable() throws {
    try folder.write("Package.swift")
    try folder.write("sample-data/README.md")
    try folder.write("themes/t.toml")
    var machine = self
    machine.places.executable = folder.path + "/.build/triple/release/ridgeline"
    #expect(machine.found() == "themes/t.toml")
  }

  @Test func theSystemsFoldersComeLast() {
    let folders = DataFolders(option: nil, places: places).folders.suffix(2)
    #expect(folders.map(\.path) == ["/usr/local/share/ridgeline", "/usr/share/ridgeline"])
    #expect(found() == nil)
  }

  @Test func baseDirectoriesFollowTheirVariables() {
    var places = places
    #expect(places.cache == folder.path + "/home/.cache/ridgeline")
    places.variables = ["XDG_CACHE_HOME": "/var/c", "XDG_STATE_HOME": "relative"]
    #expect(places.cache == "/var/c/ridgeline")
    #expect(places.state == folder.path + "/home/.local/state/ridgeline")
  }

  @Test func pathsListsEveryStep() throws {
    try folder.write("variable/themes/t.toml")
    var places = places
    places.variables["RIDGELINE_DATA"] = folder.path + "/variable"
    let lines = PathsCommand.report(
      DataFolders(option: "/nowhere\u{1B}[2J", places: places), places: places)
    #expect(lines.contains { $0.contains("1. --data-dir") && $0.hasSuffix("(not there)") })
    #expect(lines.contains { $0.contains("2. RIDGELINE_DATA") && $0.hasSuffix("(themes/)") })
    #expect(lines.contains { $0.contains("8. built in") })
    #expect(!lines.contains { $0.contains("\u{1B}") })
  }
}
