internal import Foundation

/// The theme files in some folders, those of earlier folders first, and the built-in themes.
public struct ThemeFolders: Sendable {
  private let folders: [String]

  /// The themes in `folders`; what cannot be read is passed over.
  public init(_ folders: [String]) { self.folders = folders }

  /// The names of all themes, the built-in ones first, then the others in alphabetical order.
  public var names: [String] {
    let files = folders.flatMap { folder in
      (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }
    let own = files.filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }
    return BuiltInThemes.names + Set(own).subtracting(BuiltInThemes.names).sorted()
  }

  /// A loader that finds themes in the folders and among the built-in ones.
  public var loader: ThemeLoader {
    ThemeLoader { [folders] name in
      // A name is a file's name, never a way out of the folder.
      guard !name.contains("/"), !name.hasPrefix(".") else { return nil }
      for folder in folders {
        let path = "\(folder)/\(name).toml"
        if let text = ThemeFolders.text(path: path) { return text }
      }
      return nil
    }
  }

  /// A theme by its name or, when there is a slash in it or it ends in `.toml`, by its file.
  public func theme(_ nameOrPath: String) -> (theme: Theme, warnings: [ThemeWarning]) {
    guard nameOrPath.contains("/") || nameOrPath.hasSuffix(".toml"),
      let text = ThemeFolders.text(path: nameOrPath)
    else { return loader.theme(named: nameOrPath) }
    let name = URL(fileURLWithPath: nameOrPath).deletingPathExtension().lastPathComponent
    return loader.theme(from: text, named: name)
  }

  private static func text(path: String) -> ThemeText? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return ThemeText(file: path, toml: String(decoding: data, as: UTF8.self))
  }
}
