import Foundation
import Testing

@testable import Formats

@Suite struct WholeFileTests {
  @Test func replacesAFileAndLeavesNothingElse() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/model.safetensors"
      try WholeFile.write(Data("old".utf8), to: path)
      try WholeFile.write(Data("new".utf8), to: path)
      #expect(try WholeFile.read(path) == Data("new".utf8))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["model.safetensors"])
    }
  }

  @Test func followsASymbolicLink() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/real"
      let link = folder + "/link"
      try WholeFile.write(Data("old".utf8), to: path)
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
      try WholeFile.write(Data("new".utf8), to: link)
      #expect(try WholeFile.read(path) == Data("new".utf8))
      let attributes = try FileManager.default.attributesOfItem(atPath: link)
      #expect(attributes[.type] as? FileAttributeType == .typeSymbolicLink)
    }
  }

  @Test func leavesTheOldFileWhenItCannotWrite() throws {
    try withTemporaryFolder { folder in
      let error = try #require(throws: FormatError.self) {
        try WholeFile.write(Data("new".utf8), to: folder + "/no/such/folder/file")
      }
      #expect(error.description.contains("cannot be written (No such file or directory)"))
      // A folder in the place of the file: the last step, the renaming, fails.
      try FileManager.default.createDirectory(
        atPath: folder + "/taken/inside", withIntermediateDirectories: true)
      #expect(throws: FormatError.self) {
        try WholeFile.write(Data("new".utf8), to: folder + "/taken")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["taken"])
    }
  }

  @Test func namesWhatCannotBeRead() throws {
    try withTemporaryFolder { folder in
      let missing = try #require(throws: FormatError.self) {
        try WholeFile.read(folder + "/missing\u{1b}[2J")
      }
      #expect(missing.description.contains("no such file"))
      #expect(!missing.description.contains("\u{1b}"))
      let directory = try #require(throws: FormatError.self) { try WholeFile.read(folder) }
      #expect(directory.description.contains("is a directory, not a file"))
    }
  }
}
