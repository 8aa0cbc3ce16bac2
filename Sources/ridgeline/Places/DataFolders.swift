import Datasets
import Foundation

/// The folders in which `themes/` and `sample-data/` are looked for, in order.
///
/// 1. the option `--data-dir`
/// 2. the variable `RIDGELINE_DATA`
/// 3. the configuration folder, for a person's own themes
/// 4. `share/ridgeline` beside the folder of the executable, where `make install` puts them
/// 5. the repository: the nearest folder above the executable that holds `Package.swift`
/// 6. `/usr/local/share/ridgeline`
/// 7. `/usr/share/ridgeline`
///
/// What is in none of them is built in: the themes. A file found earlier hides a later one of
/// the same name.
struct DataFolders {
  /// A folder of the search.
  struct Folder: Equatable {
    /// Why it is looked at.
    var reason: String

    /// Its path; `nil` when this machine or this call has none.
    var path: String?
  }

  /// The folders in order, those without a path among them.
  let folders: [Folder]

  /// The folders for a call with the option `--data-dir` at `option`.
  init(option: String?, places: SystemPlaces) {
    let executableFolder = places.executable.map { $0.folderPath }
    folders = [
      Folder(reason: "--data-dir", path: option),
      Folder(reason: "RIDGELINE_DATA", path: places.variables["RIDGELINE_DATA"]),
      Folder(reason: "configuration", path: places.configuration),
      Folder(
        reason: "installation",
        path: executableFolder.map {
          ($0.folderPath as NSString)
            .appendingPathComponent("share/ridgeline")
        }),
      Folder(reason: "repository", path: executableFolder.flatMap(Self.repository(above:))),
      Folder(reason: "system", path: "/usr/local/share/ridgeline"),
      Folder(reason: "system", path: "/usr/share/ridgeline"),
    ]
  }

  /// The folders for a call with `--data-dir`, which has to be there: a person has typed it.
  ///
  /// - Throws: A `Failure` when the option names no folder.
  init(checking option: String?, places: SystemPlaces) throws(Failure) {
    var isFolder: ObjCBool = false
    if let option,
      !FileManager.default.fileExists(atPath: option, isDirectory: &isFolder) || !isFolder.boolValue
    {
      throw Failure("\(option): --data-dir names no folder; check the path")
    }
    self.init(option: option, places: places)
  }

  /// The path of the first file or folder `name` found, such as `sample-data/digits/test.csv`.
  func path(of name: String) -> String? {
    paths(of: name).first
  }

  /// The paths of all files or folders `name`, the one that hides the others first.
  func paths(of name: String) -> [String] {
    folders.compactMap { folder in
      guard let path = folder.path, !path.isEmpty else { return nil }
      let candidate = (path as NSString).appendingPathComponent(name)
      return FileManager.default.fileExists(atPath: candidate) ? candidate : nil
    }
  }

  private static func repository(above folder: String) -> String? {
    var folder = folder
    while folder != "/", !folder.isEmpty {
      if FileManager.default.fileExists(atPath: folder + "/Package.swift"),
        FileManager.default.fileExists(atPath: folder + "/sample-data")
      {
        return folder
      }
      folder = folder.folderPath
    }
    return nil
  }
}
