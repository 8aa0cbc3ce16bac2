import Datasets

/// A model whose file is named like one of another format.
struct ModelFileCheck: Check {
  let name = "model-file"
  let why =
    "The model is written as safetensors whatever the name: programs that go by the name will not "
    + "read it."

  func findings(in examination: Examination) -> [Finding] {
    guard let path = examination.modelPath, let dot = path.fileName.lastIndex(of: "."),
      dot > path.fileName.startIndex,
      !examination.refusedOptions.contains(where: { $0.option == "save" })
    else { return [] }
    let suffix = path.fileName[dot...]
    // What begins with a digit is the number of a version.
    guard suffix.lowercased() != ".safetensors", suffix.dropFirst().first?.isLetter ?? false else {
      return []
    }
    return [
      finding(
        .note,
        "--save names \(path.quotedForMessage), and no other format than safetensors is written.",
        action: "Give --save \(String(path.dropLast(suffix.count)).cleaned).safetensors.")
    ]
  }
}
